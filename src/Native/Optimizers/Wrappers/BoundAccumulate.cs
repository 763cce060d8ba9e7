using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Accumulates gradients, and runs the inner optimizer at the n-th.</summary>
sealed class BoundAccumulate<T>(Accumulate spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        long position = state.Step % spec.Steps + 1;
        for (int i = 0; i < gradients.Count; i++)
            TakeIn(state["accumulated"][i], gradients[i], next["accumulated"][i], position);
        if (position == spec.Steps)
        {
            inner.Step(state with { Step = state.Step / spec.Steps }, next with { Step = next.Step / spec.Steps }, next["accumulated"], rate);
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
            Map(old.Flat(), gradient.Flat(), sum.FlatForWriting(), new Adding<T>());
        else
            Map(old.Flat(), gradient.Flat(), sum.FlatForWriting(), new RunningMean<T>(position));
    }
}
