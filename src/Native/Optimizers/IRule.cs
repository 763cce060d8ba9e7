using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>The elementwise arithmetic of one optimizer step; everything that is the same for all elements is precomputed.</summary>
interface IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the rule has a fourth slot of the parameter's shape; other rules do not pay for one.</summary>
    static virtual bool HasFourth => false;

    /// <summary>The element after the step.</summary>
    ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>;

    /// <summary>
    /// A number that is not finite if the parameter or a slot after the step is not; computed for every element, so it should be cheap.
    /// </summary>
    static virtual V Witness<V>(ElementState<V> next)
        where V : struct, ILanes<V, T> => next.Parameter + next.First + (next.Second + next.Third + next.Fourth);

    /// <summary>A scalar slot after the step.</summary>
    /// <param name="index">Its position among the scalar slots.</param>
    double NextScalar(int index) => throw new NotSupportedException("A rule with scalar slots must update them: expected NextScalar, got none.");
}
