using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The step of the inner optimizer, then the exponential moving average of the parameters.</summary>
sealed class BoundEma<T>(Ema spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, inner, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override string? Own => "averaged";

    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot)
    {
        if (next.Step == 1)
            Step(new Second<T>());
        else if (spec.Averaging == AveragingForm.Equal)
            Step(new RunningMean<T>(next.Step));
        else
            Step(new Between<T>(1 - spec.Decay, spec.Decay));

        void Step<M>(M map) where M : struct, IPairMap<T> =>
            Inner.Step(state, next, gradients, rate, new Nested<T, A, WithFollower<T, M>>(around, new(map, returns: false)), Own);
    }

    protected override void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        Inner.Step(state, next, gradients, rate);
        for (int i = 0; i < gradients.Count; i++)
        {
            Tensor<T> old = state["averaged"][i], now = next.Parameters[i], average = next["averaged"][i];
            if (next.Step == 1)
                Keep(now, average);
            else if (spec.Averaging == AveragingForm.Equal)
                Map(old.Flat(), now.Flat(), average.FlatForWriting(), new RunningMean<T>(next.Step));
            else
                Map(old.Flat(), now.Flat(), average.FlatForWriting(), new Between<T>(1 - spec.Decay, spec.Decay));
        }
    }
}
