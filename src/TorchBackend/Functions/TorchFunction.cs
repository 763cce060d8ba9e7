using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Torch;

/// <summary>Runs an op of libtorch on managed tensors, with gradients by autograd.</summary>
class TorchFunction<T>(FunctionSpec spec, Forward forward) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Value(Operands<T> operands)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        return Refusal.Named(() =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return forward(new TorchArguments(Copied(operands))).ToTensor<T>(shape.AsSpan());
        });
    }

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        string[] names = [.. (gradients ?? spec.ByLead).Distinct()];
        spec.CheckGradients(names, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        return Refusal.Named(() => Evaluated(operands, names, shape, cotangent));
    }

    Evaluation<T> Evaluated(Operands<T> operands, string[] names, ImmutableArray<nint> shape, Tensor<T>? cotangent)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        // The caller may have disabled gradients (no_grad) for its own tensors.
        using IDisposable recording = torch.enable_grad();
        Dictionary<string, Tensor> arguments = Copied(operands);
        foreach (string name in names)
            arguments[name].requires_grad_();
        Tensor value = forward(new TorchArguments(arguments)).reshape([.. shape.Select(length => (long)length)]);
        var derivatives = names.Zip(Derivatives.Of(value, [.. names.Select(name => arguments[name])], cotangent?.ToTorch()));
        return new Evaluation<T>(value.ToTensor<T>(shape.AsSpan()), derivatives.ToImmutableDictionary(
            derivative => derivative.First, derivative => derivative.Second.ToTensor<T>(operands[derivative.First].Lengths)));
    }

    // Integers are promoted here, because libtorch computes, for example, the logarithm of an integer in the default type.
    Dictionary<string, Tensor> Copied(Operands<T> operands) => spec.Operands.Where(info => operands.Has(info.Name)).ToDictionary(
        info => info.Name,
            info => info.IsIndices(operands[info.Name]) ? operands[info.Name].Indices.ToTorch() : operands[info.Name].Numbers.ToTorch());
}
