using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam; slots: running mean, running mean square and, for AMSGrad, the greatest of the latter.</summary>
/// <remarks>The step is <c>size·(m/denominator)</c>; libtorch's <c>(size·m)/denominator</c> loses digits where size·m is subnormal.</remarks>
readonly struct AdamRule<T>(Adam spec, Moment moment) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Pull<T> pull = new(spec);
    readonly AdamStep<T> step = new(spec.Beta1, spec.Beta2, spec.Epsilon, spec.AmsGrad, moment);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T> =>
        step.Next(old, old.Parameter, pull.Of(gradient, old.Parameter));
}
