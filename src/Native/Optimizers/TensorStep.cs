using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The buffers of one parameter during a step; inputs and outputs may be the same buffers.</summary>
/// <param name="state">The state before the step.</param>
/// <param name="next">The state after it.</param>
/// <param name="gradient">The gradient as passed by the caller.</param>
/// <param name="index">The parameter's position.</param>
/// <param name="rate">The learning rate.</param>
readonly ref struct TensorStep<T>(OptimizerState<T> state, OptimizerState<T> next, Tensor<T> gradient, int index, double rate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ReadOnlySpan<nint> Lengths => gradient.Lengths;

    public ReadOnlySpan<T> Gradient { get; } = gradient.Flat();

    public ReadOnlySpan<T> Parameter { get; } = state.Parameters[index].Flat();

    public Span<T> NextParameter { get; } = next.Parameters[index].FlatForWriting();

    /// <summary>The step count, starting at 1.</summary>
    public long Number => next.Step;

    public double Rate => rate;

    public ReadOnlySpan<T> Slot(string name) => state[name][index].Flat();

    public Span<T> NextSlot(string name) => next[name][index].FlatForWriting();
}
