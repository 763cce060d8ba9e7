using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The rate times a factor of one's own for each step.</summary>
/// <remarks>
/// <c>b·λ(t)</c>. Same as <c>torch.optim.lr_scheduler.LambdaLR</c>. In <c>eval</c>, where there are no functions, <c>lr_lambda</c> is the list
/// <c>[λ(0), λ(1), …]</c>, whose last item holds on.
/// </remarks>
/// <param name="Factor">λ: the factor of each step.</param>
public sealed record Lambda(Factors Factor) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>A schedule from a function.</summary>
    /// <param name="function">The factor of a step, which counts from 0; at least 0.</param>
    public Lambda(Func<long, double> function) : this(new Factors(function)) { }

    /// <summary>The factor of each step.</summary>
    [Option("lr_lambda")]
    public Factors Factor { get; init; } = Factor ?? throw new ArgumentNullException(nameof(Factor));

    /// <inheritdoc/>
    public override string Name => "lambda_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Lambda(new Factors(1, 0.5, 0.25, 0.75)), new Lambda(new Factors(0.3))];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => learningRate * Factor.At(step);
}
