using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>100·|q|</c> with <c>q = r/m</c> and <c>m = max(|y|, ε)</c>; its derivatives are <c>100·sign(q)/m</c> and
/// <c>−100·sign(q)·(1/m + q·sign(y)/m)</c>.
/// </summary>
/// <remarks>Where m is not clamped the second is computed as <c>−100·sign(q)·x/(y·m)</c>, free of cancellation.</remarks>
readonly struct AbsolutePercentageErrorKernel<T>(AbsolutePercentageError spec) : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    // The clamp compares with ε rounded to the target's type.
    readonly double epsilon = Real.Wide(Real.Of<T>(spec.Epsilon));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, zero = V.All(0), hundred = V.All(100), size = V.Max(V.Abs(y), V.All(epsilon)), q = (x - y) / size;
        V percent = hundred * at.Scale, sign = V.Select(q > zero, percent, V.Select(q < zero, -percent, zero)), derivative = sign / size;
        // Autograd multiplies by q, so a NaN quotient makes this derivative NaN.
        V free = V.Select(V.IsNaN(q), q, derivative * (x / y));
        return new(hundred * V.Abs(q), derivative, -V.Select(V.Abs(y) >= V.All(epsilon), free, derivative));
    }
}
