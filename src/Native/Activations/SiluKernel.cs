using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x·σ(x)</c>; slope <c>σ(x) + x·σ(x)·σ(−x)</c>.</summary>
readonly struct SiluKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Beyond this x·σ(x) is 0 or x.</summary>
    const double End = 800;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
        {
            V near = V.Clamp(x, -End, End);
            // Further out the value is x or 0, but −∞ · 0 is NaN, as in libtorch.
            return V.Select(V.Abs(x) < V.All(End), Logistic<V>.Of(near, zero).Times(near), x * ((x > zero) & one));
        }
        V e = Elementary<T>.Exp(-V.Abs(x));
        return x * (V.Select(x < zero, e, one) / (one + e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
        {
            V near = V.Clamp(x, -End, End);
            return Logistic<V>.Of(near, zero).PlusSlope(near) + zero * x;
        }
        V e = Elementary<T>.Exp(-V.Abs(x)), inverse = one / (one + e);
        return inverse * (V.Select(x < zero, e, one) + x * (e * inverse));
    }
}
