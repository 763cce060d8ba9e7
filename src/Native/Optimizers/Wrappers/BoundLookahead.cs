using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The step of the inner optimizer; every k-th step interpolates between the slow and the fast weights.</summary>
sealed class BoundLookahead<T>(Lookahead spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, inner, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override string? Own => "slow";

    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot)
    {
        if (next.Step % spec.K == 0)
            Inner.Step(state, next, gradients, rate,
                new Nested<T, A, WithFollower<T, Between<T>>>(around, new(new(spec.Alpha, 1 - spec.Alpha), returns: true)), Own);
        else
            Inner.Step(state, next, gradients, rate, new Nested<T, A, WithFollower<T, First<T>>>(around, default), Own);
    }

    protected override void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        Inner.Step(state, next, gradients, rate);
        var between = new Between<T>(spec.Alpha, 1 - spec.Alpha);
        for (int i = 0; i < gradients.Count; i++)
        {
            Tensor<T> slow = state["slow"][i], slower = next["slow"][i], fast = next.Parameters[i];
            if (next.Step % spec.K != 0)
            {
                Keep(slow, slower);
                continue;
            }
            Map(slow.Flat(), fast.Flat(), slower.FlatForWriting(), between);
            Keep(slower, fast);
        }
    }
}
