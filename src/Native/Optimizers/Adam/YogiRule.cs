using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam with <c>v ← v − (1 − β₂)·sign(v − g²)·g²</c>; slots: m, v.</summary>
readonly struct YogiRule<T>(Yogi spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T size = Real.Of<T>(info.LearningRate / info.Correction(spec.Beta1)), correction = Real.Of<T>(info.Correction(spec.Beta2));
    readonly T outside = Real.Of<T>(spec.Epsilon), inside = Real.Of<T>(spec.EpsilonRoot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g, fresh = g * g;
        V square = old.Second - V.All(fresh2) * Sign<T>.Of(old.Second - fresh) * fresh;
        V divisor = V.Sqrt(square / V.All(correction) + V.All(inside)) + V.All(outside);
        return new(decayed.Kept(old.Parameter) - V.All(size) * (mean / divisor), mean, square);
    }
}
