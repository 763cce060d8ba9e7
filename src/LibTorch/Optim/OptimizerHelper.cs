using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>What the optimizers have in common.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private protected OptimizerHelper(OptimizerKind kind, IEnumerable<Parameter> parameters, bool maximize, params ReadOnlySpan<double> options)
        : base(kind, parameters, maximize, options)
    {
    }

    /// <summary>What the optimizer remembers now; the tensors are its own, not copies.</summary>
    public virtual StateDictionary state_dict() => new(parameters().Select(Remembered));

    private protected abstract OptimizerState Remembered(Parameter parameter);

    private protected unsafe torch.Tensor? Buffer(Parameter parameter, int slot)
    {
        nint result;
        Shim.Check(Shim.OptimizerBuffer(Safe, parameter.Safe, (int)Kind, slot, &result));
        return result == 0 ? null : new torch.Tensor(result);
    }

    private protected unsafe long Steps(Parameter parameter)
    {
        long steps;
        Shim.Check(Shim.OptimizerSteps(Safe, parameter.Safe, (int)Kind, &steps));
        return steps;
    }
}
