using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The initial rate times a user-defined factor of the step.</summary>
/// <remarks>
/// <c>b·λ(t)</c>. Same as <c>torch.optim.lr_scheduler.LambdaLR</c>. In <c>eval</c>, where there are no functions, <c>lr_lambda</c> is the
/// list <c>[λ(0), λ(1), …]</c>, whose last element is repeated.
/// </remarks>
/// <param name="Factor">λ: the factor at each step.</param>
public sealed record Lambda(Factors Factor) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>A schedule with a function of the step.</summary>
    /// <param name="function">The factor at a step, counted from 0; at least 0.</param>
    public Lambda(Func<long, double> function) : this(new Factors(function)) { }

    /// <summary>The factor at each step.</summary>
    [Option("lr_lambda")]
    public Factors Factor { get; init; } = Factor ?? throw new ArgumentNullException(nameof(Factor));

    /// <inheritdoc/>
    public override string Name => "lambda_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Lambda(new Factors(1, 0.5, 0.25, 0.75)), new Lambda(new Factors(0.3))];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => learningRate * Factor.At(step);
}
