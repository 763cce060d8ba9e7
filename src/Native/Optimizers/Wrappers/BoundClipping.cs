using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Clips gradients by norm or by value, then runs the inner optimizer.</summary>
sealed class BoundClipping<T>(OptimizerWrapper spec, NativeOptimizer<T> inner, Plan plan) : BoundWrapper<T>(spec, inner, plan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Plan plan = plan;

    // A norm is of the gradients that the clipping is given, and one beyond the range is computed again with the whole step.
    protected override NativeOptimizer<T>? Within => spec is ClipGradNorm ? null : Inner;

    public override void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot) =>
        Inner.Step(state, next, gradients, rate,
            new Nested<T, A, WithGradient<T, Clamping<T>>>(around, new(new(Real.Of<T>(((ClipGradValue)spec).ClipValue)))), slot);

    protected override void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate) =>
        Inner.Step(state, next, Clipped(gradients), rate);

    IReadOnlyList<Tensor<T>> Clipped(IReadOnlyList<Tensor<T>> gradients)
    {
        if (spec is ClipGradValue value)
            return Mapped(gradients, new Clamping<T>(Real.Of<T>(value.ClipValue)));
        var norm = (ClipGradNorm)spec;
        return norm.PerTensor ? [.. gradients.Select(gradient => Clipped(norm, [gradient])[0])] : Clipped(norm, gradients);
    }

    IReadOnlyList<Tensor<T>> Clipped(ClipGradNorm norm, IReadOnlyList<Tensor<T>> gradients)
    {
        double factor = Number.Min(1, (Number)norm.MaxNorm / (Norms.Of(gradients, norm.NormType, plan) + norm.Epsilon));
        return factor == 1 ? gradients : Mapped(gradients, new Scaling<T>(Real.Of<T>(factor)));
    }
}
