using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Gradient accumulation: another optimizer takes one step with the mean or the sum of n successive gradients.</summary>
/// <remarks>
/// The first of every n gradients is stored; the i-th is accumulated by <c>a ← a + (g − a)/i</c>, or added. After the n-th the inner
/// optimizer steps with a, and its own step count goes up by one; before that, no parameter moves. The mean is the same as
/// <c>optax.MultiSteps</c>.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="Steps">n: the number of gradients per step; at least 1.</param>
/// <param name="Reduction">Whether to take the mean or the sum of the gradients.</param>
public sealed record Accumulate(OptimizerSpec Optimizer, int Steps, AccumulationForm Reduction = AccumulationForm.Mean)
    : OptimizerWrapper(Optimizer, new("accumulated")), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "accumulate";

    /// <summary>The number of gradients per step; at least 1.</summary>
    public int Steps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Steps, 1);

    /// <summary>Whether to take the mean or the sum of the gradients.</summary>
    public AccumulationForm Reduction { get; init => field = Require.Defined(value); } = Require.Defined(Reduction);

    // The inner step count is the outer one divided by Steps, so a state must not be loaded with another number of them.
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
