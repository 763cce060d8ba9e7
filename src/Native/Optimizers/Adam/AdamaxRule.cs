using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>m ← β₁m + (1 − β₁)g</c>; <c>u ← max(β₂u, |g| + ε)</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/u</c>; slots: m, u.</summary>
readonly struct AdamaxRule<T>(Adamax spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2);
    readonly T size = Real.Of<T>(info.LearningRate / info.Correction(spec.Beta1));
    readonly T inside = Real.Of<T>(spec.Placement == EpsilonPlacement.Inside ? spec.Epsilon : 0);
    readonly T outside = Real.Of<T>(spec.Placement == EpsilonPlacement.Outside ? spec.Epsilon : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V largest = V.Max(old.Second * V.All(keep2), V.Abs(g) + V.All(inside));
        return new(decayed.Kept(old.Parameter) - V.All(size) * (mean / (largest + V.All(outside))), mean, largest);
    }
}
