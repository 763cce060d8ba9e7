using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>
/// With <c>u = √(2/π)(x + 0.044715x³)</c> the value is <c>x·σ(2u)</c>, equal to <c>½x(1 + tanh u)</c> but free of cancellation; derivative
/// <c>σ + 2x·σ(1 − σ)·u′</c>.
/// </summary>
readonly struct GeluTanhKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    /// <summary>Beyond this σ(2u) is 0 or 1.</summary>
    const double End = 22;

    const double Root = 0.7978845608028654, TwiceRootRest = -9.96930880911092e-17, Cubic = 0.044715;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
            // Beyond End the value is x or 0, but −∞ · 0 is NaN, as in libtorch.
            return V.Select(V.Abs(x) < V.All(End), LongValue(Near(x)), x * ((x > zero) & one));
        V twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice));
        return x * (V.Select(twice < zero, e, one) / (one + e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), root = V.All(2 * Root), bend = V.All(3 * Cubic);
        if (typeof(T) != typeof(float))
            return LongDerivative(Near(x)) + zero * x;
        V twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice)), below = one + e;
        // For large |x| σ′ is 0 while its factor may be infinite.
        V factor = V.Select(V.Equal(e, zero), zero * x, x);
        return V.Select(twice < zero, e, one) / below + factor * (e / (below * below)) * root * (one + bend * factor * factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Twice<V>(V x) where V : struct, ILanes<V, double> => V.All(2 * Root) * x * (V.All(1) + V.All(Cubic) * x * x);

    // Separate methods, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V LongValue<V>(V near) where V : struct, ILanes<V, double> => Exact(near).Times(near);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static V LongDerivative<V>(V near) where V : struct, ILanes<V, double> =>
        Exact(near).PlusDerivative(near * V.All(2 * Root) * (V.All(1) + V.All(3 * Cubic) * near * near));

    /// <summary>σ(2u), with the argument in double-double, because the tails amplify its error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Logistic<V> Exact<V>(V near) where V : struct, ILanes<V, double>
    {
        V cubic = V.All(Cubic), root = V.All(2 * Root);
        var square = Pair<V>.Product(near, near);
        var bend = Pair<V>.Product(cubic, square.High);
        var sum = Pair<V>.Sum(V.All(1), bend.High);
        var product = Pair<V>.Product(near, sum.High);
        var twice = Pair<V>.Product(root, product.High);
        V rest = product.Low + near * (sum.Low + (bend.Low + cubic * square.Low));
        return Logistic<V>.Of(twice.High, twice.Low + (root * rest + V.All(TwiceRootRest) * product.High));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Near<V>(V x) where V : struct, ILanes<V, double> => V.Clamp(x, -End, End);
}
