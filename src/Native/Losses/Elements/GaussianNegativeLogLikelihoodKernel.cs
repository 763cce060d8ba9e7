using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>r = x − y</c> and <c>v = max(z, ε)</c> the loss is <c>½(ln v + r·(r/v))</c>; its derivatives are <c>r/v</c> and
/// <c>½(1 − r·(r/v))/v</c>.
/// </summary>
/// <remarks>The derivative with respect to the variance ignores the clamp, as in PyTorch.</remarks>
readonly struct GaussianNegativeLogLikelihoodKernel<T>(GaussianNegativeLogLikelihood spec) : IElementLoss<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double smallest = Real.Wide(Real.Of<T>(spec.Epsilon)), constant = spec.Full ? 0.5 * Math.Log(2 * Math.PI) : 0;

    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V r = at.X - at.Y, v = V.Max(at.Z, V.All(smallest)), half = V.All(0.5), ratio = r / v, square = r * ratio;
        V value = half * (Elementary<T>.Of<Log, V>(v) + square) + V.All(constant);
        // At v = 0 it is ∞ − ∞, as in PyTorch.
        V derivative = V.Select(V.Equal(v, V.All(0)), V.All(double.NaN), half * (V.All(1) - square) / v);
        return new(value, ratio * at.Scale, default, derivative * at.Scale);
    }
}
