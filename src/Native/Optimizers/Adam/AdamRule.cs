using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Adam and AdamW: <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε)</c>.
/// </summary>
/// <remarks>
/// Slots: exp_avg, exp_avg_sq and, for AMSGrad, max_exp_avg_sq.
/// The step is <c>size·(m/divisor)</c>; libtorch's <c>(size·m)/divisor</c> loses digits where size·m is subnormal.
/// </remarks>
readonly struct AdamRule<T>(AmsGradFamily spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly bool amsGrad = spec.AmsGrad, early = spec is { AmsGrad: true, AmsGradForm: AmsGradForm.Corrected };
    readonly bool inside = spec.Placement == EpsilonPlacement.Inside || spec.EpsilonRoot > 0;
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T size = Real.Of<T>(info.LearningRate / Correction(spec, info, spec.Beta1));
    readonly T correction = Real.Of<T>(Correction(spec, info, spec.Beta2)), root = Real.Of<T>(Math.Sqrt(Correction(spec, info, spec.Beta2)));
    readonly T under = Real.Of<T>(spec.Placement == EpsilonPlacement.Inside ? spec.Epsilon : spec.EpsilonRoot);
    readonly T epsilon = Real.Of<T>(spec.Placement == EpsilonPlacement.Uncorrected ? spec.Epsilon / Math.Sqrt(Correction(spec, info, spec.Beta2))
        : spec.Placement == EpsilonPlacement.Inside ? 0 : spec.Epsilon);

    // The parameter changes by a multiple of exp_avg, and max_exp_avg_sq is at least exp_avg_sq.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Witness<V>(ElementState<V> next) where V : struct, ILanes<V, T> => next.Parameter + next.Third;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), epsilon = V.All(this.epsilon);
        V mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V square = old.Second * V.All(keep2) + V.All(fresh2) * g * g;
        V largest = amsGrad ? V.Max(old.Third, early ? square / V.All(correction) : square) : square;
        V divisor = inside
            ? V.Sqrt((early ? largest : largest / V.All(correction)) + V.All(under)) + epsilon
            : (early ? V.Sqrt(largest) : V.Sqrt(largest) / V.All(root)) + epsilon;
        return new(decayed.Kept(old.Parameter) - V.All(size) * (mean / divisor), mean, square, largest);
    }

    static double Correction(AmsGradFamily spec, StepInfo info, double beta) => spec.BiasCorrection ? info.Correction(beta) : 1;
}
