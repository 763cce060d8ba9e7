using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>
/// Cosine annealing with warm restarts: at the end of each period the rate jumps back to its initial value; periods may grow.
/// </summary>
/// <remarks>
/// <c>η + (b − η)(1 + cos(πτ/Tᵢ))/2</c>, τ being the number of steps since the last restart; <c>Tᵢ₊₁ = m·Tᵢ</c>. Same as
/// <c>torch.optim.lr_scheduler.CosineAnnealingWarmRestarts</c>. I. Loshchilov and F. Hutter, 2017.
/// When PyTorch's <c>step</c> is given an epoch, it computes the period from a logarithm, whose rounding error delays some restarts (that
/// of epoch 121 with <c>T_0=1</c> and <c>T_mult=3</c>, for example); here the periods are counted.
/// </remarks>
/// <param name="FirstPeriod">T₀: the number of steps to the first restart; at least 1.</param>
/// <param name="Growth">m: the factor by which each period is longer than the one before; at least 1.</param>
/// <param name="Minimum">η: the minimum rate; at least 0.</param>
public sealed record CosineWarmRestarts(int FirstPeriod, int Growth = 1, double Minimum = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps to the first restart; at least 1.</summary>
    [Option("T_0")]
    public int FirstPeriod { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(FirstPeriod, 1);

    /// <summary>The factor by which each period is longer than the one before; at least 1.</summary>
    [Option("T_mult")]
    public int Growth { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Growth, 1);

    /// <summary>The minimum rate; at least 0.</summary>
    [Option("eta_min")]
    public double Minimum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Minimum);

    /// <inheritdoc/>
    public override string Name => "cosine_annealing_warm_restarts";

    /// <inheritdoc/>
    public override bool ScalesRate => Minimum == 0;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new CosineWarmRestarts(7), new CosineWarmRestarts(3, 2), new CosineWarmRestarts(2, 3, 1e-3)];

    /// <summary>The learning rate at a fractional epoch.</summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <param name="epoch">The number of epochs done, including the fraction of the current one; at least 0.</param>
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
