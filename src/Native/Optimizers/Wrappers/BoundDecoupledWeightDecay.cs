using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>θ ← θ(1 − ηλ)</c>, then the step of the inner optimizer, in the buffers of the next state.</summary>
sealed class BoundDecoupledWeightDecay<T>(DecoupledWeightDecay spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, inner, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot) =>
        Inner.Step(state, next, gradients, rate,
            new Nested<T, A, WithDecay<T>>(around, new(Real.Of<T>(1 - rate * spec.Decay))), slot);

    protected override void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        var keep = new Scaling<T>(Real.Of<T>(1 - rate * spec.Decay));
        for (int i = 0; i < gradients.Count; i++)
            Map(state.Parameters[i].Flat(), state.Parameters[i].Flat(), next.Parameters[i].FlatForWriting(), keep);
        Inner.Step(state with { Parameters = next.Parameters }, next, gradients, rate);
    }
}
