using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Gathers the gradients of n steps and lets another optimizer take one step with them.</summary>
/// <remarks>
/// The first gradient of each n is kept as it is; the i-th is taken in by <c>a ← a + (g − a)/i</c>, or added. After the n-th the optimizer inside steps
/// with a, and its own count goes up by one; before, nothing moves. The mean is the same as <c>optax.MultiSteps</c>.
/// </remarks>
/// <param name="Optimizer">The optimizer that steps.</param>
/// <param name="Steps">n: gradients a step; at least 1.</param>
/// <param name="Reduction">How gradients become one.</param>
public sealed record Accumulate(OptimizerSpec Optimizer, int Steps, AccumulationForm Reduction = AccumulationForm.Mean)
    : OptimizerWrapper(Optimizer, new("accumulated")), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "accumulate";

    /// <summary>Gradients a step; at least 1.</summary>
    public int Steps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Steps, 1);

    /// <summary>How gradients become one.</summary>
    public AccumulationForm Reduction { get; init => field = Require.Defined(value); } = Require.Defined(Reduction);

    // The steps of the optimizer inside are those of all, divided.
    /// <inheritdoc/>
    public override string Memory => FormattableString.Invariant($"{Name}({Optimizer.Memory}, steps={Steps})");

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Accumulate(new Sgd(0.1), 2), new Accumulate(new Adam(), 5, AccumulationForm.Sum), new Accumulate(new Sgd(0.1, 0.9, Maximize: true), 3),
        new Accumulate(new ClipGradNorm(new AdamW(), 1), 1),
    ];

    /// <inheritdoc/>
    public override double? ScalarAfter(string slot, long step) => base.ScalarAfter(slot, step / Steps);
}
