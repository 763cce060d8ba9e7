using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam whose parameters are first drawn to 0 by <c>1 − ηλ</c>, apart from the gradient; slots as <see cref="AdamRule{T}"/>.</summary>
readonly struct AdamWRule<T>(AdamW spec, Moment moment) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool maximize = spec.Maximize;
    readonly T keep = Real.Of<T>(1 - moment.LearningRate * spec.WeightDecay);
    readonly AdamStep<T> step = new(spec.Beta1, spec.Beta2, spec.Epsilon, spec.AmsGrad, moment);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T> =>
        step.Next(old, old.Parameter * V.All(keep), maximize ? -gradient : gradient);
}
