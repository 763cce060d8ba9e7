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
    readonly Dictionary<string, torch.Tensor> tensors;
    readonly torch.Tensor? incoming;
    readonly Evaluation<T> results;
    readonly TorchInPlace? inPlace;

    public FunctionWork(FunctionSpec spec, Operands<T> operands, bool gradient, NativeBackend? backend = null)
    {
        this.operands = operands;
        native = ((IBackend)(backend ?? new NativeBackend())).Function<T>(spec);
        // Targets are data; what an activation or a layer is given beside its input is learned.
        by = !gradient ? [] : spec is LossSpec ? [.. spec.ByLead] : [.. operands.Names.Where(name => spec.IsDifferentiable(name, operands))];
        tensors = operands.Names.ToDictionary(
            name => name, name => operands[name].IsIndices ? operands[name].Indices.ToTorch() : operands[name].Numbers.ToTorch());
        forward = TorchBackend.ForwardOf(spec);
        nint[] shape = [.. spec.Check(operands)];
        if (gradient && Shape.Count(shape) > 1)
        {
            cotangent = Tensor.Create(Measured.Numbers<T>((int)Shape.Count(shape), 2), shape);
            incoming = cotangent.ToTorch();
        }
        results = native.Evaluate(operands, by, cotangent);
        // A tensor with a graph cannot be written in place.
        inPlace = gradient || !TorchInPlace.Has(spec) ? null : TorchInPlace.Of(spec, tensors);
    }

    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var arguments = new Dictionary<string, torch.Tensor>(tensors);
        // Leaves of its own, since backward adds to the gradients that leaves have.
        torch.Tensor[] leaves = [.. by.Select(name => arguments[name] = tensors[name].detach().requires_grad_())];
        torch.Tensor value = forward(new TorchArguments(arguments));
        if (leaves.Length > 0)
            Derivatives.Of(value, leaves, incoming);
    }

    public void Native()
    {
        if (by.Length == 0)
            native.Value(operands);
        else
            native.Evaluate(operands, by, cotangent);
    }

    public void TorchInto()
    {
        if (inPlace is null)
            Torch();
        else
            inPlace.Run();
    }

    public void NativeInto()
    {
        if (by.Length == 0)
            native.ValueInto(operands, results.Value);
        else
            native.EvaluateInto(operands, results, cotangent);
    }
}
