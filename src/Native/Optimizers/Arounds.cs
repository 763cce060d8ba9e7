using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Optimizers;

/// <summary>Nothing: the rule alone.</summary>
readonly struct Alone<T> : IAround<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool HasSlot => false;
    [MethodImpl(AggressiveInlining)] public V Before<V>(V parameter) where V : struct, ILanes<V, T> => parameter;
    [MethodImpl(AggressiveInlining)] public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => gradient;
    [MethodImpl(AggressiveInlining)] public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> => slot;
    [MethodImpl(AggressiveInlining)] public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => parameter;
}

/// <summary>The gradient is mapped: clipped by value or by norm.</summary>
readonly struct WithGradient<T, M>(M map) : IAround<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : struct, IPairMap<T>
{
    readonly M map = map;

    public static bool HasSlot => false;
    [MethodImpl(AggressiveInlining)] public V Before<V>(V parameter) where V : struct, ILanes<V, T> => parameter;
    [MethodImpl(AggressiveInlining)] public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => map.Of(gradient, gradient);
    [MethodImpl(AggressiveInlining)] public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> => slot;
    [MethodImpl(AggressiveInlining)] public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => parameter;
}

/// <summary>The parameter is multiplied before the step: decoupled weight decay.</summary>
readonly struct WithDecay<T>(T keep) : IAround<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T keep = keep;

    public static bool HasSlot => false;
    [MethodImpl(AggressiveInlining)] public V Before<V>(V parameter) where V : struct, ILanes<V, T> => parameter * V.All(keep);
    [MethodImpl(AggressiveInlining)] public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => gradient;
    [MethodImpl(AggressiveInlining)] public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> => slot;
    [MethodImpl(AggressiveInlining)] public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => parameter;
}

/// <summary>The gradient is added to those accumulated, whose sum starts anew.</summary>
readonly struct WithAccumulated<T, M>(M map) : IAround<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : struct, IPairMap<T>
{
    readonly M map = map;

    public static bool HasSlot => true;
    [MethodImpl(AggressiveInlining)] public V Before<V>(V parameter) where V : struct, ILanes<V, T> => parameter;
    [MethodImpl(AggressiveInlining)] public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => map.Of(slot, gradient);
    [MethodImpl(AggressiveInlining)] public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> => V.All(T.Zero);
    [MethodImpl(AggressiveInlining)] public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => parameter;
}

/// <summary>A slot follows the parameter: an average of the parameters, or the slow weights.</summary>
/// <param name="map">The slot from the slot before and the parameter after the step.</param>
/// <param name="returns">Whether the parameter continues from the slot.</param>
readonly struct WithFollower<T, M>(M map, bool returns) : IAround<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : struct, IPairMap<T>
{
    readonly M map = map;
    readonly bool returns = returns;

    public static bool HasSlot => true;
    [MethodImpl(AggressiveInlining)] public V Before<V>(V parameter) where V : struct, ILanes<V, T> => parameter;
    [MethodImpl(AggressiveInlining)] public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => gradient;
    [MethodImpl(AggressiveInlining)] public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> => map.Of(slot, parameter);
    [MethodImpl(AggressiveInlining)] public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => returns ? slot : parameter;
}

/// <summary>One wrapper within another, of which at most one has a slot.</summary>
readonly struct Nested<T, O, I>(O outer, I inner) : IAround<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where O : struct, IAround<T>
    where I : struct, IAround<T>
{
    readonly O outer = outer;
    readonly I inner = inner;

    public static bool HasSlot => O.HasSlot || I.HasSlot;

    [MethodImpl(AggressiveInlining)]
    public V Before<V>(V parameter) where V : struct, ILanes<V, T> => inner.Before(outer.Before(parameter));

    [MethodImpl(AggressiveInlining)]
    public V Gradient<V>(V gradient, V slot) where V : struct, ILanes<V, T> => inner.Gradient(outer.Gradient(gradient, slot), slot);

    [MethodImpl(AggressiveInlining)]
    public V Slot<V>(V slot, V parameter) where V : struct, ILanes<V, T> =>
        O.HasSlot ? outer.Slot(slot, inner.After(parameter, slot)) : inner.Slot(slot, parameter);

    [MethodImpl(AggressiveInlining)]
    public V After<V>(V parameter, V slot) where V : struct, ILanes<V, T> => outer.After(inner.After(parameter, slot), slot);
}
