using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The step of the inner optimizer; every k-th step interpolates between the slow and the fast weights.</summary>
sealed class BoundLookahead<T>(Lookahead spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        inner.Step(state, next, gradients, rate);
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
