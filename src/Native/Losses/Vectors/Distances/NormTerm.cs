using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The terms <c>|z|ᵖ</c> of a p-norm.</summary>
readonly struct NormTerm<T>(Difference<T> z, double p) : ITerm<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Difference<T> z = z;
    readonly double p = p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double> => Power.Of(V.Abs(z.At<V>(index)), p);
}
