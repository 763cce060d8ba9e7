namespace ParityNet.Schedules;

/// <summary>A learning rate as a pure function of the step.</summary>
public abstract record ScheduleSpec : OpSpec
{
    /// <summary>The learning rate after a number of steps.</summary>
    /// <param name="learningRate">The rate that the schedule starts from; PyTorch's <c>initial_lr</c>.</param>
    /// <param name="step">How many steps the schedule has done; 0 before the first.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite, or the step is negative.</exception>
    public double Rate(double learningRate, long step)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return step >= 0
            ? At(learningRate, step)
            : throw new ArgumentOutOfRangeException(null, $"{nameof(step)} must be an integer of at least 0, got {step}.");
    }

    /// <summary>The formula, for checked arguments.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The rate.</returns>
    protected abstract double At(double learningRate, long step);
}
