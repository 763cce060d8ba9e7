using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>A rule within a wrapper, whose slot is the fourth: in one pass what would else be three over the memory.</summary>
readonly struct AroundRule<T, R, A>(R rule, A around) : IRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, IRule<T>
    where A : struct, IAround<T>
{
    readonly R rule = rule;
    readonly A around = around;

    public static bool HasFourth => R.HasFourth || A.HasSlot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Witness<V>(ElementState<V> next) where V : struct, ILanes<V, T> =>
        A.HasSlot ? R.Witness(next) + next.Fourth : R.Witness(next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V given = around.Gradient(gradient, old.Fourth), parameter = around.Before(old.Parameter);
        ElementState<V> next = rule.Next(new ElementState<V>(parameter, old.First, old.Second, old.Third, old.Fourth), given);
        V slot = A.HasSlot ? around.Slot(old.Fourth, next.Parameter) : next.Fourth;
        return new(around.After(next.Parameter, slot), next.First, next.Second, next.Third, slot);
    }

    public double NextScalar(int index) => rule.NextScalar(index);
}
