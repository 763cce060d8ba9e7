using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The rate is multiplied at each step by a user-defined factor.</summary>
/// <remarks>
/// <c>b·λ(1)·…·λ(t)</c>. Same as <c>torch.optim.lr_scheduler.MultiplicativeLR</c>. In <c>eval</c>, where there are no functions,
/// <c>lr_lambda</c> is the list <c>[λ(0), λ(1), …]</c>, whose last element is repeated; λ(0) is never used.
/// </remarks>
/// <param name="Factor">λ: the factor at each step.</param>
public sealed record Multiplicative(Factors Factor) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>A schedule with a function of the step.</summary>
    /// <param name="function">The factor at a step, counted from 1; at least 0.</param>
    public Multiplicative(Func<long, double> function) : this(new Factors(function)) { }

    /// <summary>The factor at each step.</summary>
    [Option("lr_lambda")]
    public Factors Factor { get; init; } = Factor ?? throw new ArgumentNullException(nameof(Factor));

    /// <inheritdoc/>
    public override string Name => "multiplicative_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new Multiplicative(new Factors(0.95)), new Multiplicative(new Factors(7, 0.5, 0.25, 1.5, 0.9))];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => learningRate * Factor.Product(step);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step > 0 ? rate * Factor.At(step) : rate;
}
