using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Accumulates gradients, and runs the inner optimizer at the n-th.</summary>
sealed class BoundAccumulate<T>(Accumulate spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, inner, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override string? Own => "accumulated";

    // Within a wrapper, most steps would pass over the wrapped optimizer.
    protected override NativeOptimizer<T>? Within => null;

    public override bool IsElementwise => Inner.Fuses(slot: true);

    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot)
    {
        long position = state.Step % spec.Steps + 1;
        if (position != spec.Steps)
            Passes(state, next, gradients, rate);
        else if (position == 1)
            Step(new Second<T>());
        else if (spec.Reduction == AccumulationForm.Sum)
            Step(new Adding<T>());
        else
            Step(new RunningMean<T>(position));

        void Step<M>(M map) where M : struct, IPairMap<T> =>
            Inner.Step(state with { Step = state.Step / spec.Steps }, next with { Step = next.Step / spec.Steps }, gradients, rate,
                new Nested<T, A, WithAccumulated<T, M>>(around, new(map)), Own);
    }

    protected override void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        long position = state.Step % spec.Steps + 1;
        for (int i = 0; i < gradients.Count; i++)
            TakeIn(state["accumulated"][i], gradients[i], next["accumulated"][i], position);
        if (position == spec.Steps)
        {
            Inner.Step(state with { Step = state.Step / spec.Steps }, next with { Step = next.Step / spec.Steps }, next["accumulated"], rate);
            foreach (Tensor<T> sum in next["accumulated"])
                sum.FlatForWriting().Clear();
            return;
        }
        for (int i = 0; i < gradients.Count; i++)
            Keep(state.Parameters[i], next.Parameters[i]);
        foreach (OptimizerSlot slot in spec.Optimizer.Slots)
            for (int i = 0; i < gradients.Count; i++)
                Keep(state[slot.Name][i], next[slot.Name][i]);
    }

    void TakeIn(Tensor<T> old, Tensor<T> gradient, Tensor<T> sum, long position)
    {
        if (position == 1)
            Keep(gradient, sum);
        else if (spec.Reduction == AccumulationForm.Sum)
            MapWithin(old, gradient, sum, new Adding<T>());
        else
            MapWithin(old, gradient, sum, new RunningMean<T>(position));
    }
}
