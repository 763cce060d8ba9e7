using ParityNet.Optimizers;

namespace ParityNet.Schedules;

/// <summary>A learning-rate schedule: the rate as a pure function of the step, or of a state that accumulates metrics.</summary>
/// <remarks>
/// Schedules compose: <c>new CosineAnnealing(90).After(new Linear(0.1, 1, 10))</c>, <c>new CosineAnnealing(90).WarmedUp(10)</c>,
/// <c>new Exponential(0.9).Times(new Step(30))</c>.
/// </remarks>
public abstract partial record ScheduleSpec : OpSpec
{
    /// <summary>The number of steps after which the schedule has reached its final rate, where it defines one; else null.</summary>
    public virtual int? Length => null;

    /// <summary>The last step for which the schedule is defined; null where there is no limit.</summary>
    public virtual long? Last => null;

    /// <summary>Whether every rate is the initial rate times a factor that does not depend on it.</summary>
    public virtual bool ScalesRate => true;

    /// <summary>The learning rate after a number of steps.</summary>
    /// <param name="learningRate">The initial rate; PyTorch's <c>initial_lr</c>. Schedules with rates of their own ignore it.</param>
    /// <param name="step">The number of steps done; 0 before the first.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException">
    /// The rate is negative or not finite, the step is negative, or the schedule has no such step.
    /// </exception>
    public double Rate(double learningRate, long step)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return At(learningRate, Checked(step));
    }

    /// <summary>The learning rates after 0, 1, 2, … steps, without end.</summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <returns>The rates, evaluated lazily.</returns>
    /// <exception cref="ArgumentException">
    /// The rate is negative or not finite; or, during enumeration, the schedule has no such step.
    /// </exception>
    public IEnumerable<double> Rates(double learningRate)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return All(learningRate);
    }

    /// <summary>The momentum after a number of steps, or β₁ for an optimizer that has that instead.</summary>
    /// <param name="step">The number of steps done; 0 before the first.</param>
    /// <returns>The momentum; null where the schedule does not change it.</returns>
    /// <exception cref="ArgumentException">The step is negative, or the schedule has no such step.</exception>
    public double? Momentum(long step) => MomentumAt(Checked(step));

    /// <summary>The optimizer to use for one step: with this schedule's rate, and its momentum where it has one.</summary>
    /// <param name="optimizer">The optimizer; its own learning rate, or that of each group, is the initial rate.</param>
    /// <param name="step">The number of steps done; 0 before the first.</param>
    /// <returns>The optimizer for this step.</returns>
    /// <exception cref="ArgumentException">
    /// The schedule has a momentum and the optimizer has none, or the schedule has no such step.
    /// </exception>
    public OptimizerSpec Apply(OptimizerSpec optimizer, long step)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return Paced(optimizer, rate => Rate(rate, step), Momentum(step));
    }

    /// <summary>The rate as a function of the step, for validated arguments.</summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <param name="step">The number of steps done, from 0.</param>
    /// <returns>The rate.</returns>
    protected internal abstract double At(double learningRate, long step);

    /// <summary>
    /// The recursive form: the rate after a step from the rate before it, which other schedules may have changed; at step 0 from the
    /// optimizer's rate.
    /// </summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <param name="rate">The rate before.</param>
    /// <param name="step">The number of steps done, including this one.</param>
    /// <returns>The rate; where the schedule does not depend on the rate before, a function of the step alone.</returns>
    protected internal virtual double Next(double learningRate, double rate, long step) => At(learningRate, step);

    /// <summary>The momentum, for a validated step.</summary>
    /// <param name="step">The number of steps done, from 0.</param>
    /// <returns>The momentum; null where the schedule does not change it.</returns>
    protected internal virtual double? MomentumAt(long step) => null;

    /// <summary>The rates after 0, 1, 2, … steps.</summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <returns>The rates.</returns>
    protected internal virtual IEnumerable<double> All(double learningRate)
    {
        for (long step = 0; ; step++)
            yield return At(learningRate, step);
    }

    static OptimizerSpec Paced(OptimizerSpec optimizer, Func<double, double> rate, double? momentum)
    {
        OptimizerSpec own = optimizer.WithRates(rate);
        return momentum is { } given ? own.WithMomentum(given) : own;
    }

    static long Checked(long step) => step >= 0
        ? step
        : throw new ArgumentOutOfRangeException(null, $"{nameof(step)} must be an integer of at least 0, got {step}.");
}
