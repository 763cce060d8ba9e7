using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>With <c>u = √(2/π)(x + 0.044715x³)</c> the value is <c>x·σ(2u)</c>, which is <c>½x(1 + tanh u)</c> without its cancellation; slope <c>σ + 2x·σ(1 − σ)·u′</c>.</summary>
readonly struct GeluTanhKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    const double Root = 0.7978845608028654, TwiceRootRest = -9.96930880911092e-17, Cubic = 0.044715;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Exact(x).Times(x);
        V zero = V.All(0), twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice)), one = V.All(1);
        return x * (V.Select(twice < zero, e, one) / (one + e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
        {
            var logistic = Exact(x);
            return Slope(x, logistic.Value, logistic.Slope);
        }
        V one = V.All(1), twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice)), below = one + e;
        return Slope(x, V.Select(twice < V.All(0), e, one) / below, e / (below * below));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Slope<V>(V x, V sigmoid, V bell) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), near = V.Select(V.Equal(bell, zero), zero * x, x);
        // Far out the bell is 0 and its factor could be infinite.
        return sigmoid + near * bell * V.All(2 * Root) * (V.All(1) + V.All(3 * Cubic) * near * near);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Twice<V>(V x) where V : struct, ILanes<V, double> => V.All(2 * Root) * x * (V.All(1) + V.All(Cubic) * x * x);

    /// <summary>σ(2u), its argument to twice the precision, because tails are steep in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Logistic<V> Exact<V>(V x) where V : struct, ILanes<V, double>
    {
        // Further out σ is 0 or 1.
        V near = V.Clamp(x, -22, 22), cubic = V.All(Cubic), root = V.All(2 * Root);
        var square = Pair<V>.Product(near, near);
        var bend = Pair<V>.Product(cubic, square.High);
        var sum = Pair<V>.Sum(V.All(1), bend.High);
        var product = Pair<V>.Product(near, sum.High);
        var twice = Pair<V>.Product(root, product.High);
        V rest = product.Low + near * (sum.Low + (bend.Low + cubic * square.Low));
        return Logistic<V>.Of(twice.High, twice.Low + (root * rest + V.All(TwiceRootRest) * product.High));
    }
}
