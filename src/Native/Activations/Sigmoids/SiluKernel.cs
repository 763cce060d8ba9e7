using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x·σ(x)</c>; derivative <c>σ(x) + x·σ(x)·σ(−x)</c>.</summary>
readonly struct SiluKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    public static bool Shares => true;

    /// <summary>Beyond this x·σ(x) is 0 or x.</summary>
    const double End = 800;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> =>
        typeof(T) != typeof(float) ? Value(x, Parts(x)) : x * Sigmoid.Single(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> =>
        typeof(T) != typeof(float) ? Derivative(x, Parts(x)) : Derivative(x, Sigmoid.Single(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) == typeof(float))
        {
            V sigma = Sigmoid.Single(x);
            return new(x * sigma, Derivative(x, sigma));
        }
        var parts = Parts(x);
        return new(Value(x, parts), Derivative(x, parts));
    }

    // Where 1 − σ has lost its digits, x times it is lost in the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Derivative<V>(V x, V sigma) where V : struct, ILanes<V, double> => sigma * V.MultiplyAdd(x, V.All(1) - sigma, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Logistic<V> Parts<V>(V x) where V : struct, ILanes<V, double> => Logistic<V>.Of(V.Clamp(x, -End, End), V.All(0));

    // Beyond End the value is x or 0, but −∞ · 0 is NaN, as in libtorch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Value<V>(V x, Logistic<V> parts) where V : struct, ILanes<V, double> =>
        V.Select(V.Abs(x) < V.All(End), parts.Times(V.Clamp(x, -End, End)), x * ((x > V.All(0)) & V.All(1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Derivative<V>(V x, Logistic<V> parts) where V : struct, ILanes<V, double> => parts.PlusDerivative(V.Clamp(x, -End, End)) + V.All(0) * x;
}
