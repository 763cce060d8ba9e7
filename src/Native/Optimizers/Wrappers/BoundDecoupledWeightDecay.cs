using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>θ ← θ(1 − ηλ)</c>, then the step of the inner optimizer, in the buffers of the next state.</summary>
sealed class BoundDecoupledWeightDecay<T>(DecoupledWeightDecay spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        var keep = new Scaling<T>(Real.Of<T>(1 - rate * spec.Decay));
        for (int i = 0; i < gradients.Count; i++)
            Map(state.Parameters[i].Flat(), state.Parameters[i].Flat(), next.Parameters[i].FlatForWriting(), keep);
        inner.Step(state with { Parameters = next.Parameters }, next, gradients, rate);
    }
}
