using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Step decay: the rate is multiplied by a factor every s steps.</summary>
/// <remarks><c>b·γ^⌊t/s⌋</c>. Same as <c>torch.optim.lr_scheduler.StepLR</c>; that of libtorch's C++ API lags by one step.</remarks>
/// <param name="StepSize">s: the number of steps between two decays; at least 1.</param>
/// <param name="Gamma">γ: the factor; at least 0.</param>
public sealed record Step(int StepSize, double Gamma = 0.1) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps between two decays; at least 1.</summary>
    public int StepSize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(StepSize, 1);

    /// <summary>The factor; at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <inheritdoc/>
    public override string Name => "step_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Step(30), new Step(2, 0.5)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => learningRate * Math.Pow(Gamma, step / StepSize);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step > 0 && step % StepSize == 0 ? rate * Gamma : rate;
}
