using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The rate follows half a cosine to its smallest value, starts anew, and again, in periods that may grow.</summary>
/// <remarks>
/// <c>η + (b − η)(1 + cos(πτ/Tᵢ))/2</c>, τ being the steps since the last restart; <c>Tᵢ₊₁ = m·Tᵢ</c>. Same as
/// <c>torch.optim.lr_scheduler.CosineAnnealingWarmRestarts</c>. I. Loshchilov and F. Hutter, 2017.
/// Where PyTorch is given epochs it finds the period by a logarithm, whose rounding makes some restarts late (that of epoch
/// 121 with <c>T_0=1</c> and <c>T_mult=3</c>, for instance); here periods are counted.
/// </remarks>
/// <param name="FirstPeriod">T₀: the steps to the first restart; at least 1.</param>
/// <param name="Growth">m: how many times longer each period is than the one before; at least 1.</param>
/// <param name="Minimum">η: the smallest rate; at least 0.</param>
public sealed record CosineWarmRestarts(int FirstPeriod, int Growth = 1, double Minimum = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The steps to the first restart; at least 1.</summary>
    [Option("T_0")]
    public int FirstPeriod { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(FirstPeriod, 1);

    /// <summary>How many times longer each period is than the one before; at least 1.</summary>
    [Option("T_mult")]
    public int Growth { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Growth, 1);

    /// <summary>The smallest rate; at least 0.</summary>
    [Option("eta_min")]
    public double Minimum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Minimum);

    /// <inheritdoc/>
    public override string Name => "cosine_annealing_warm_restarts";

    /// <inheritdoc/>
    public override bool ScalesRate => Minimum == 0;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new CosineWarmRestarts(7), new CosineWarmRestarts(3, 2), new CosineWarmRestarts(2, 3, 1e-3)];

    /// <summary>The learning rate within an epoch.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
    /// <param name="epoch">The epochs done, with the part of the present one; at least 0.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the epoch is negative or not finite.</exception>
    public double RateWithin(double learningRate, double epoch)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        double since = Require.NotNegative(epoch, nameof(epoch)), period = FirstPeriod;
        if (Growth == 1)
            since %= period;
        else
            for (; since >= period; period *= Growth)
                since -= period;
        return Minimum + (learningRate - Minimum) * (1 + Math.Cos(Math.PI * since / period)) / 2;
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => RateWithin(learningRate, step);
}
