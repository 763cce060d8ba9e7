using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Layers;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>A penalty, bound to its kernel: a single pass that sums and writes the derivatives.</summary>
sealed unsafe class BoundPenalty<T, K>(Penalty spec, double factor, Plan plan) : BoundFunction<T>(spec, "input")
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IPenalty
{
    protected override void Run(Call<T> call)
    {
        double sum, scale = (Number)factor * (call.Cotangent is null ? 1 : Real.Wide(call.Incoming[0]));
        ReadOnlySpan<T> input = call.Operands.Input.Flat();
        fixed (T* x = input, g = call.First)
            sum = Sums.Run<double, Term>(new(x, g, scale), input.Length, plan);
        call.Value[0] = Real.Of<T>((Number)sum * factor);
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
