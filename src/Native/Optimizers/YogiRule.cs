using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam with <c>v ← v − (1 − β₂)·sign(v − g²)·g²</c>; slots: m, v.</summary>
readonly struct YogiRule<T>(Yogi spec, Moment moment) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Pull<T> pull = new(spec, moment);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T size = Real.Of<T>(moment.LearningRate / moment.Correction(spec.Beta1)), correction = Real.Of<T>(moment.Correction(spec.Beta2));
    readonly T outside = Real.Of<T>(spec.Epsilon), inside = Real.Of<T>(spec.EpsilonRoot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = pull.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g, fresh = g * g;
        V square = old.Second - V.All(fresh2) * Sign<T>.Of(old.Second - fresh) * fresh;
        V divisor = V.Sqrt(square / V.All(correction) + V.All(inside)) + V.All(outside);
        return new(pull.Kept(old.Parameter) - V.All(size) * (mean / divisor), mean, square);
    }
}
