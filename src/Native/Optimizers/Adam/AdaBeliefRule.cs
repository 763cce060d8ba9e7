using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam with <c>s ← β₂s + (1 − β₂)(g − m)² + ε′</c> in place of the second moment; slots: m, s.</summary>
readonly struct AdaBeliefRule<T>(AdaBelief spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T size = Real.Of<T>(info.LearningRate / info.Correction(spec.Beta1)), root = Real.Of<T>(Math.Sqrt(info.Correction(spec.Beta2)));
    readonly T outside = Real.Of<T>(spec.Epsilon), inside = Real.Of<T>(spec.EpsilonRoot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g, stray = g - mean;
        V spread = old.Second * V.All(keep2) + V.All(fresh2) * stray * stray + V.All(inside);
        V divisor = V.Sqrt(spread) / V.All(root) + V.All(outside);
        return new(decayed.Kept(old.Parameter) - V.All(size) * (mean / divisor), mean, spread);
    }
}
