using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>Doubling the cotangent doubles the gradients, wherever doubling is exact.</summary>
sealed class ScaledCotangent : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        nint[] shape = [.. from.Function.Check(from.Operands)];
        FunctionCase<T> Weighted(double weight)
        {
            var weights = new T[Shape.Count(shape)];
            Array.Fill(weights, T.CreateChecked(weight));
            return new(from.Function, from.Operands, from.Gradients, Tensor.Create(weights, shape));
        }
        var once = Weighted(1).Run(backend);
        var twice = Weighted(2).Run(backend);
        // Square root of the smallest normal number: the product of two numbers between these bounds neither underflows nor overflows.
        T smallest = T.ScaleB(T.One, typeof(T) == typeof(float) ? -63 : -511), largest = T.One / smallest;
        for (int q = 1; q < once.Length; q++)
        {
            ReadOnlySpan<T> one = once[q].Values.Flat(), two = twice[q].Values.Flat();
            // An intermediate underflow or overflow, in this element or another one of the sum, would make doubling inexact.
            bool tame = true;
            foreach (T g in one)
                tame &= g == T.Zero || (T.Abs(g) > smallest && T.Abs(g) < largest);
            for (int i = 0; tame && i < one.Length; i++)
                if (one[i] != T.Zero && !Bits.Same(one[i] * T.CreateChecked(2), two[i]))
                    return $"{once[q].Name}: element {i} must double: expected {one[i] * T.CreateChecked(2)}, got {two[i]}.";
        }
        return null;
    }
}
