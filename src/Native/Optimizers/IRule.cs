using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>The arithmetic of one step of an optimizer, with everything that does not vary by element computed before.</summary>
interface IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The cell after the step.</summary>
    Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T>;
}
