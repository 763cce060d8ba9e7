using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>The arithmetic of one step of an optimizer, with everything that does not vary by element computed before.</summary>
interface IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether it has a fourth slot of many numbers; others do not pay for one.</summary>
    static virtual bool HasFourth => false;

    /// <summary>The element after the step.</summary>
    ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>;

    /// <summary>
    /// A number that is not finite where one of a element after the step is not; the fewer it takes the better, for every element asks.
    /// </summary>
    static virtual V Witness<V>(ElementState<V> next) where V : struct, ILanes<V, T> => next.Parameter + next.First + (next.Second + next.Third + next.Fourth);

    /// <summary>A slot of one number after the step.</summary>
    /// <param name="index">Its position among such slots.</param>
    double NextScalar(int index) => throw new NotSupportedException("A rule with slots of one number must move them: expected NextScalar, got none.");
}
