using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer bound to its elementwise update rule.</summary>
/// <param name="spec">The optimizer.</param>
/// <param name="rule">Creates the rule of a step.</param>
/// <param name="plan">The vector width and thread count.</param>
sealed unsafe class BoundOptimizer<T, R>(OptimizerSpec spec, Func<StepInfo, R> rule, Plan plan) : NativeOptimizer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, IRule<T>
{
    readonly ImmutableArray<string> slots = [.. spec.Slots.Where(slot => slot.Shape == SlotShape.Parameter).Select(slot => slot.Name)];
    readonly ImmutableArray<string> scalars = [.. spec.Slots.Where(slot => slot.Shape == SlotShape.Scalar).Select(slot => slot.Name)];

    public override bool IsElementwise => true;

    public override bool Fuses(bool slot) => !slot || !R.HasFourth;

    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate) =>
        Step(state, next, gradients, rate, default(Alone<T>), null);

    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot)
    {
        var info = new StepInfo(next.Step, rate);
        R common = scalars.IsEmpty ? rule(info) : default;
        for (int i = 0; i < gradients.Count; i++)
        {
            R current = scalars.IsEmpty ? common : rule(info with { Scalars = ScalarsOf(state, i) });
            Step(state, next, gradients[i], i, new AroundRule<T, R, A>(current, around), slot);
            for (int s = 0; s < scalars.Length; s++)
                next[scalars[s]][i].FlatForWriting()[0] = Real.Of<T>(current.NextScalar(s));
        }
    }

    void Step<F>(OptimizerState<T> state, OptimizerState<T> next, Tensor<T> gradient, int i, F current, string? slot) where F : struct, IRule<T>
    {
        fixed (T* p = state.Parameters[i].Flat(), g = gradient.Flat(), a = Slot(state, 0, i), b = Slot(state, 1, i), c = Slot(state, 2, i),
            d = slot is null ? Slot(state, 3, i) : state[slot][i].Flat())
        fixed (T* np = next.Parameters[i].FlatForWriting(), na = Slot(next, 0, i), nb = Slot(next, 1, i), nc = Slot(next, 2, i),
            nd = slot is null ? Slot(next, 3, i) : next[slot][i].Flat())
            Blocks.Run<T, RuleStep<T, F>>(new(current, new RuleBuffers<T>
            {
                Parameter = p,
                Gradient = g,
                First = a,
                Second = b,
                Third = c,
                Fourth = d,
                NextParameter = np,
                NextFirst = na,
                NextSecond = nb,
                NextThird = nc,
                NextFourth = nd,
            }), gradient.FlattenedLength, plan);
    }

    // A method of its own, because one with closures allocates them on entry.
    double[] ScalarsOf(OptimizerState<T> state, int i) => [.. scalars.Select(slot => Real.Wide(state[slot][i].Flat()[0]))];

    ReadOnlySpan<T> Slot(OptimizerState<T> state, int slot, int parameter) =>
        slot < slots.Length ? state[slots[slot]][parameter].Flat() : [];
}
