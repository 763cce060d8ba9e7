using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>α_t·m^γ·CE</c> with <c>m = σ(x)(1 − y) + σ(−x)·y</c>; its derivatives are those of the product of three factors.</summary>
readonly struct SigmoidFocalKernel<T>(SigmoidFocal spec) : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double alpha = spec.Alpha, gamma = spec.Gamma;
    readonly RealPower<T> power = new(spec.Gamma), steeper = new(spec.Gamma - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, one = V.All(1), other = one - y, negative = x < V.All(0);
        LossElement<V> entropy = Entropy(x, y);
        V e = Elementary<T>.Exp(-V.Abs(x)), below = one + e, large = one / below, small = e / below;
        V p = V.Select(negative, small, large), q = V.Select(negative, large, small), missed = p * other + q * y;
        V power = this.power.Of(missed), steep = steeper.Of(missed) * gamma;
        V byInput = entropy.ByX * power, byTarget = entropy.ByY * power, value = entropy.Value * power;
        if (gamma != 0)
        {
            // Multiply by the cross-entropy last: it may be so large that another order overflows.
            byInput += entropy.Value * (steep * (p * q) * (other - y));
            byTarget += entropy.Value * (steep * (q - p));
        }
        if (alpha == SigmoidFocal.Unweighted)
            return new(value, byInput * at.Scale, byTarget * at.Scale);
        V share = V.All(alpha) * y + V.All(1 - alpha) * other;
        return new(share * value, share * byInput * at.Scale, (share * byTarget + value * (2 * alpha - 1)) * at.Scale);
    }

    // A separate method, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static LossElement<V> Entropy<V>(V x, V y) where V : struct, ILanes<V, double> =>
        default(BinaryCrossEntropyWithLogitsKernel<T>).At(new Point<V>(x, y, V.All(1), V.All(1)));
}
