using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native;
using ParityNet.Torch;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>A loss, an activation or a layer: its value, or with it the gradients that training takes.</summary>
sealed class FunctionWork<T> : IWork where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly IFunction<T> native;
    readonly Operands<T> operands;
    readonly string[] by;
    readonly Tensor<T>? cotangent;
    readonly Forward forward;
    readonly TorchArguments arguments;
    readonly torch.Tensor[] slopes;
    readonly torch.Tensor? incoming;

    public FunctionWork(FunctionSpec spec, Operands<T> operands, bool gradient)
    {
        this.operands = operands;
        native = ((IBackend)new NativeBackend()).Function<T>(spec);
        // Targets are data; what an activation or a layer is given beside its input is learned.
        by = !gradient ? [] : spec is LossSpec ? [.. spec.ByLead] : [.. operands.Names.Where(name => spec.IsDifferentiable(name, operands))];
        Dictionary<string, torch.Tensor> tensors = operands.Names.ToDictionary(
            name => name, name => operands[name].IsIndices ? operands[name].Indices.ToTorch() : operands[name].Numbers.ToTorch());
        slopes = [.. by.Select(name => tensors[name].requires_grad_())];
        forward = TorchBackend.ForwardOf(spec);
        arguments = new TorchArguments(tensors);
        nint[] shape = [.. spec.Check(operands)];
        if (!gradient || Shape.Count(shape) == 1)
            return;
        cotangent = Tensor.Create(Measured.Numbers<T>((int)Shape.Count(shape), 2), shape);
        incoming = cotangent.ToTorch();
    }

    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        if (slopes.Length == 0)
            forward(arguments);
        else
            torch.autograd.grad([forward(arguments)], slopes, incoming is null ? null : [incoming]);
    }

    public void Native()
    {
        if (by.Length == 0)
            native.Value(operands);
        else
            native.Evaluate(operands, by, cotangent);
    }
}
