using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>θ ← θ(1 − ηλ) − η·sign(β₁m + (1 − β₁)g)</c>; <c>m ← β₂m + (1 − β₂)g</c>; slot: m.</summary>
readonly struct LionRule<T>(Lion spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T rate = Real.Of<T>(info.LearningRate);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), keep = V.All(keep1), fresh = V.All(fresh1),
            sign = Sign<T>.Of(old.First * keep + fresh * g, old.First, keep, fresh, g);
        return new(decayed.Kept(old.Parameter) - V.All(rate) * sign, old.First * V.All(keep2) + V.All(fresh2) * g);
    }
}
