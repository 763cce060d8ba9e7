using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A cotangent of ones gives the same bits as no cotangent.</summary>
sealed class Ones : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        nint[] shape = [.. from.Function.Check(from.Operands)];
        var ones = new T[Shape.Count(shape)];
        Array.Fill(ones, T.One);
        return Repeats.Differ(
            new FunctionCase<T>(from.Function, from.Operands, from.Gradients).Run(backend),
            new FunctionCase<T>(from.Function, from.Operands, from.Gradients, Tensor.Create(ones, shape)).Run(backend));
    }
}
