using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer bound to its rule.</summary>
/// <param name="spec">What to compute.</param>
/// <param name="rule">The rule of a given step.</param>
/// <param name="plan">How to run it.</param>
sealed unsafe class BoundOptimizer<T, R>(OptimizerSpec spec, Func<Moment, R> rule, Plan plan) : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, IRule<T>
{
    readonly ImmutableArray<string> slots = [.. spec.Slots.Select(slot => slot.Name)];

    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        var next = new OptimizerState<T>([.. state.Parameters.Select(Like)], state.Step + 1,
            slots.ToImmutableDictionary(slot => slot, slot => state[slot].Select(Like).ToImmutableArray()));
        Step(state, next, gradients, rate);
        return next;
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        var next = state with { Step = state.Step + 1 };
        Step(state, next, gradients, rate);
        return next;
    }

    void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        R current = rule(new Moment(next.Step, rate));
        for (int i = 0; i < gradients.Count; i++)
            fixed (T* p = state.Parameters[i].Flat(), g = gradients[i].Flat(), a = Slot(state, 0, i), b = Slot(state, 1, i), c = Slot(state, 2, i))
            fixed (T* np = next.Parameters[i].FlatForWriting(), na = Slot(next, 0, i), nb = Slot(next, 1, i), nc = Slot(next, 2, i))
                Blocks.Run<T, RuleStep<T, R>>(new(current, new RuleMemory<T>
                {
                    Parameter = p,
                    Gradient = g,
                    First = a,
                    Second = b,
                    Third = c,
                    NextParameter = np,
                    NextFirst = na,
                    NextSecond = nb,
                    NextThird = nc,
                }), gradients[i].FlattenedLength, plan);
    }

    ReadOnlySpan<T> Slot(OptimizerState<T> state, int slot, int parameter) =>
        slot < slots.Length ? state[slots[slot]][parameter].Flat() : [];

    static Tensor<T> Like(Tensor<T> tensor) => Tensor.Create(new T[tensor.FlattenedLength], tensor.Lengths);
}
