using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>A smaller rate for the first steps, then the full one.</summary>
/// <remarks>
/// <c>b·f</c> for <c>t &lt; n</c>, then <c>b</c>; for <c>n = 0</c> it is <c>b·f</c> for ever, as PyTorch's steps are, against its own closed form.
/// Same as <c>torch.optim.lr_scheduler.ConstantLR</c>, whose defaults are 1/3 and 5.
/// </remarks>
/// <param name="Factor">f: from 0 to 1.</param>
/// <param name="TotalIterations">n: at least 0, which never ends.</param>
public sealed record Constant(double Factor = 1.0 / 3, int TotalIterations = 5) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>How much of the rate is used at first; from 0 to 1.</summary>
    public double Factor { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Factor);

    /// <summary>For how many steps; at least 0, which never ends.</summary>
    [Option("total_iters")]
    public int TotalIterations { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(TotalIterations, 0);

    /// <summary>The rate as it is, for ever.</summary>
    public static Constant Full { get; } = new(1, 0);

    /// <inheritdoc/>
    public override string Name => "constant_lr";

    /// <inheritdoc/>
    public override int? Length => TotalIterations == 0 ? null : TotalIterations;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Constant(), Full, new Constant(0.25, 0)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => step < TotalIterations || TotalIterations == 0 ? learningRate * Factor : learningRate;

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        step == 0 ? rate * Factor : step == TotalIterations ? Whole(learningRate, rate) : rate;

    // Division by a factor of 0 does not bring back what it took.
    double Whole(double learningRate, double rate) => Factor == 0 ? learningRate : rate / Factor;
}
