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

    public void ValueInto(Operands<T> operands, Tensor<T> value)
    {
        Require.Result(value, spec.Check(operands).AsSpan(), nameof(value));
        Refusal.Named(() =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            forward(new TorchArguments(Copied(operands))).CopyTo(value.FlatForWriting());
            return value;
        });
    }

    public void EvaluateInto(Operands<T> operands, Evaluation<T> results, Tensor<T>? cotangent = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        string[] names = [.. results.Gradients.Keys];
        ImmutableArray<nint> shape = Check(operands, names, cotangent);
        Require.Result(results.Value, shape.AsSpan(), "value");
        foreach (string name in names)
            Require.Result(results.Gradients[name], operands[name].Lengths, name);
        Refusal.Named(() =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            var (value, derivatives) = Evaluated(operands, names, shape, cotangent);
            value.CopyTo(results.Value.FlatForWriting());
            for (int i = 0; i < names.Length; i++)
                derivatives[i].CopyTo(results.Gradients[names[i]].FlatForWriting());
            return results;
        });
    }

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        string[] names = [.. (gradients ?? spec.ByLead).Distinct()];
        ImmutableArray<nint> shape = Check(operands, names, cotangent);
        return Refusal.Named(() =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            var (value, derivatives) = Evaluated(operands, names, shape, cotangent);
            return new Evaluation<T>(value.ToTensor<T>(shape.AsSpan()), names.Zip(derivatives).ToImmutableDictionary(
                derivative => derivative.First, derivative => derivative.Second.ToTensor<T>(operands[derivative.First].Lengths)));
        });
    }

    ImmutableArray<nint> Check(Operands<T> operands, string[] names, Tensor<T>? cotangent)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(names, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        return shape;
    }

    (Tensor Value, Tensor[] Derivatives) Evaluated(Operands<T> operands, string[] names, ImmutableArray<nint> shape, Tensor<T>? cotangent)
    {
        // The caller may have disabled gradients (no_grad) for its own tensors.
        using IDisposable recording = torch.enable_grad();
        Dictionary<string, Tensor> arguments = Copied(operands);
        foreach (string name in names)
            arguments[name].requires_grad_();
        Tensor value = forward(new TorchArguments(arguments)).reshape([.. shape.Select(length => (long)length)]);
        return (value, Derivatives.Of(value, [.. names.Select(name => arguments[name])], cotangent?.ToTorch()));
    }

    // Integers are promoted here, because libtorch computes, for example, the logarithm of an integer in the default type.
    Dictionary<string, Tensor> Copied(Operands<T> operands) => spec.Operands.Where(info => operands.Has(info.Name)).ToDictionary(
        info => info.Name,
            info => info.IsIndices(operands[info.Name]) ? operands[info.Name].Indices.ToTorch() : operands[info.Name].Numbers.ToTorch());
}
