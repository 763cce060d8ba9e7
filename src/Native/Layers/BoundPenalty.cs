using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using ParityNet.Layers;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>A penalty, bound to its kernel: a single pass that sums and writes the derivatives.</summary>
sealed unsafe class BoundPenalty<T, K>(Penalty spec, double factor, Plan plan) : BoundLayer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IPenalty
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        ReadOnlySpan<nint> lengths = operands.Input.Lengths;
        int count = checked((int)operands.Input.FlattenedLength);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null;
        double sum, scale = (Number)factor * (cotangent is null ? 1 : Real.Wide(cotangent.Flat()[0]));
        fixed (T* x = operands.Input.Flat(), g = byInput)
            sum = Sums.Run<double, Term>(new(x, g, scale), count, plan);
        return new(Tensor.Create([Real.Of<T>((Number)sum * factor)], shape), Wanted.None<T>().With("input", byInput, lengths, lengths));
    }

    readonly struct Term(T* x, T* byInput, double scale) : ITerm<double>
    {
        readonly T* x = x, byInput = byInput;
        readonly double scale = scale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        V ITerm<double>.Term<V>(nint index)
        {
            V number = Elements<V, double, T>.Load(x + index);
            if (byInput != null)
                Elements<V, double, T>.Store(K.Derivative(number) * V.All(scale), byInput + index);
            return K.Size(number);
        }
    }
}
