using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>a·σ(b)</c>; slopes <c>σ(b)</c> by a and <c>a·σ′(b)</c> by b.</summary>
/// <param name="at">The memory of the whole tensor.</param>
/// <param name="start">Where the value of this row starts; its input starts at twice that.</param>
/// <param name="half">The length of a half of the row.</param>
readonly unsafe struct GluStep<T>(ActivationMemory<T> at, nint start, nint half) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationMemory<T> at = at;
    readonly nint start = start, half = half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        nint first = 2 * start + index;
        V a = Load<V>(at.X + first), b = Load<V>(at.X + first + half), share = Share(b);
        if (at.ByInput != null)
        {
            V cotangent = at.Cotangent == null ? V.All(1) : Load<V>(at.Cotangent + start + index);
            Elements<V, double, T>.Store(share * cotangent, at.ByInput + first);
            Elements<V, double, T>.Store(a * Elementary<T>.Of<SigmoidSlope, V>(b) * cotangent, at.ByInput + first + half);
        }
        if (at.Value != null)
            Elements<V, double, T>.Store(a * share, at.Value + start + index);
    }

    /// <summary>σ, falling to 0 only far below what <c>float</c> can hold, so that a may be large.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Share<V>(V b) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Elementary<T>.Of<Sigmoid, V>(b);
        V one = V.All(1), e = Elementary<T>.Exp(-V.Abs(b));
        return V.Select(b < V.All(0), e, one) / (one + e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Load<V>(T* source) where V : struct, ILanes<V, double> => Elements<V, double, T>.Load(source);
}
