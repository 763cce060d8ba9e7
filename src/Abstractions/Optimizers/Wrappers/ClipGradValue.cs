using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Gradient clipping by value: clamps every element of the gradients, before another optimizer steps.</summary>
/// <remarks>
/// <c>g ← max(−c, min(c, g))</c>; NaN stays. T. Mikolov, 2012. Same as <c>torch.nn.utils.clip_grad_value_</c> before the step.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="ClipValue">c: the maximum absolute value; at least 0.</param>
public sealed record ClipGradValue(OptimizerSpec Optimizer, double ClipValue) : OptimizerWrapper(Optimizer), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "clip_grad_value";

    /// <summary>The maximum absolute value; at least 0.</summary>
    public double ClipValue { get; init => field = Require.NotNegative(value); } = Require.NotNegative(ClipValue);

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
        [new ClipGradValue(new Sgd(0.1), 1), new ClipGradValue(new Adam(Maximize: true), 0.1),
            new ClipGradValue(new Sgd(0.1, 0.9, Nesterov: true), 2)];
}
