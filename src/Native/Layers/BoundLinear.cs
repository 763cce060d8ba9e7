using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Memory;
using ParityNet.Native.Models;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>A dense layer, bound to its matrix products.</summary>
sealed class BoundLinear<T>(Linear spec, Plan plan) : BoundLayer<T>(spec), IPullback<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public ImmutableDictionary<string, Tensor<T>> Pullback(Operands<T> operands, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        Tensor<T> input = operands.Input, weight = operands["weight"].Numbers;
        Dense<T> dense = Of(weight);
        nint rows = Shape.Count(input.Lengths[..^1]);
        ReadOnlySpan<T> dz = cotangent is null ? Ones(rows * Linear.Outputs(weight.Lengths)) : cotangent.Flat();
        var derivatives = ImmutableDictionary.CreateBuilder<string, Tensor<T>>();
        if (gradients.Contains("input"))
            derivatives["input"] = Tensor.Create(dense.ByInput(dz, weight.Flat(), rows), input.Lengths);
        if (gradients.Contains("weight"))
            derivatives["weight"] = Tensor.Create(dense.ByWeight(dz, input.Flat(), rows), weight.Lengths);
        if (gradients.Contains("bias"))
            derivatives["bias"] = Tensor.Create(dense.ByBias(dz, operands["bias"].Lengths is [1]), operands["bias"].Lengths);
        return derivatives.ToImmutable();
    }

    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        Tensor<T> weight = operands["weight"].Numbers;
        nint outputs = Linear.Outputs(weight.Lengths);
        ReadOnlySpan<T> bias = operands.TryNumbers("bias", out Tensor<T>? given) ? given.FlatBroadcast([outputs]) : [];
        T[] value = Of(weight).Forward(operands.Input.Flat(), weight.Flat(), bias, Shape.Count(operands.Input.Lengths[..^1]));
        return new(Tensor.Create(value, shape), Pullback(operands, gradients, cotangent));
    }

    Dense<T> Of(Tensor<T> weight) => new(weight.Lengths[^1], Linear.Outputs(weight.Lengths), plan);

    static T[] Ones(nint count)
    {
        var ones = Fresh.Array<T>(count);
        Array.Fill(ones, T.One);
        return ones;
    }
}
