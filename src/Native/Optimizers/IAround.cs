using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>What a wrapper does to an element before and after the rule of the optimizer that it wraps, in the same pass.</summary>
interface IAround<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the wrapper has a slot of its own, of the parameter's shape.</summary>
    static abstract bool HasSlot { get; }

    /// <summary>The parameter that the rule is given.</summary>
    V Before<V>(V parameter) where V : struct, ILanes<V, T>;

    /// <summary>The gradient that the rule is given.</summary>
    V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T>;

    /// <summary>The slot after the step.</summary>
    V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T>;

    /// <summary>The parameter after the step.</summary>
    V After<V>(V parameter, V slot) where V : struct, ILanes<V, T>;
}
