using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Takes the same step length always, without looking at the value.</summary>
/// <remarks><c>t = η</c>. Gradient descent with it is <c>torch.optim.SGD</c>; the value need not fall.</remarks>
/// <param name="LearningRate">η: the step length; greater than 0.</param>
public sealed record FixedStep(double LearningRate = 1) : LineSearchSpec(1), IShowsExamples<LineSearchSpec>
{
    /// <inheritdoc/>
    public override string Name => "fixed";

    /// <summary>η: the step length; greater than 0.</summary>
    [Option("lr")]
    public double LearningRate { get; init => field = Require.Positive(value); } = Require.Positive(LearningRate);

    /// <inheritdoc/>
    public static ImmutableArray<LineSearchSpec> Examples => [new FixedStep(), new FixedStep(0.1)];
}
