using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// The squared difference of <c>ln(1 + x)</c> and <c>ln(1 + y)</c>, with x and y clamped to at least ε; its derivatives are
/// <c>2·difference/(1 + x)</c> and <c>−2·difference/(1 + y)</c>.
/// </summary>
/// <remarks>The difference is <c>ln(1 + (high − low)/(1 + low))</c>: a single logarithm, free of cancellation.</remarks>
readonly struct SquaredLogarithmicErrorKernel<T>(SquaredLogarithmicError spec) : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    // The clamp compares with ε rounded to the element type.
    readonly double epsilon = Real.Wide(Real.Of<T>(spec.Epsilon));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), smallest = V.All(epsilon), x = V.Max(at.X, smallest), y = V.Max(at.Y, smallest);
        V log = Elementary<T>.Of<Log1p, V>(V.Abs(x - y) / (one + V.Min(x, y))), twice = V.CopySign(log + log, x - y);
        // As with libtorch's clamp, the derivative at NaN is 0, although the loss is NaN.
        V byInput = V.Select(at.X >= smallest, twice * at.Scale / (one + x), zero),
            byTarget = V.Select(at.Y >= smallest, -twice * at.Scale / (one + y), zero);
        return new(log * log, byInput, byTarget);
    }
}
