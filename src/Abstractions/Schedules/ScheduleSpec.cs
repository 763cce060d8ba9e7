using ParityNet.Optimizers;

namespace ParityNet.Schedules;

/// <summary>A learning rate as a pure function of the step, or of a state that metrics lead to.</summary>
/// <remarks>
/// Schedules compose: <c>new CosineAnnealing(90).After(new Linear(0.1, 1, 10))</c>, <c>new CosineAnnealing(90).WarmedUp(10)</c>,
/// <c>new Exponential(0.9).Times(new Step(30))</c>.
/// </remarks>
public abstract partial record ScheduleSpec : OpSpec
{
    /// <summary>After how many steps the schedule has come to its last rate, where the schedule itself says so; else null.</summary>
    public virtual int? Length => null;

    /// <summary>The largest step that the schedule has; null where it goes on for ever.</summary>
    public virtual long? Last => null;

    /// <summary>Whether every rate is the one that the schedule starts from, times something that does not depend on it.</summary>
    public virtual bool ScalesRate => true;

    /// <summary>The learning rate after a number of steps.</summary>
    /// <param name="learningRate">The rate that the schedule starts from; PyTorch's <c>initial_lr</c>. Schedules with rates of their own do not look at it.</param>
    /// <param name="step">How many steps the schedule has done; 0 before the first.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException">The rate is negative or not finite, the step is negative, or the schedule has no such step.</exception>
    public double Rate(double learningRate, long step)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return At(learningRate, Checked(step));
    }

    /// <summary>The learning rates after 0, 1, 2, … steps, without end.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
    /// <returns>The rates, each made when it is asked for.</returns>
    /// <exception cref="ArgumentException">The rate is negative or not finite; or, when it is asked for, the schedule has no such step.</exception>
    public IEnumerable<double> Rates(double learningRate)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return All(learningRate);
    }

    /// <summary>The momentum after a number of steps, or β₁ of an optimizer that has that instead.</summary>
    /// <param name="step">How many steps the schedule has done; 0 before the first.</param>
    /// <returns>The momentum; null where the schedule leaves it as it is.</returns>
    /// <exception cref="ArgumentException">The step is negative, or the schedule has no such step.</exception>
    public double? Momentum(long step) => MomentumAt(Checked(step));

    /// <summary>An optimizer as it is for one step: with this schedule's rate, and its momentum where it has one.</summary>
    /// <param name="optimizer">The optimizer; its own learning rate, or that of each group, is the one that the schedule starts from.</param>
    /// <param name="step">How many steps the schedule has done; 0 before the first.</param>
    /// <returns>The optimizer for this step.</returns>
    /// <exception cref="ArgumentException">The schedule has a momentum and the optimizer has none, or the schedule has no such step.</exception>
    public OptimizerSpec Apply(OptimizerSpec optimizer, long step)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return Paced(optimizer, rate => Rate(rate, step), Momentum(step));
    }

    /// <summary>The formula, for checked arguments.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The rate.</returns>
    protected internal abstract double At(double learningRate, long step);

    /// <summary>The rate after a step from the rate before it, which other schedules may have changed; for step 0 from the rate of the optimizer.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
    /// <param name="rate">The rate before.</param>
    /// <param name="step">Steps done, this one included.</param>
    /// <returns>The rate; that of the formula where the schedule does not look at the rate before.</returns>
    protected internal virtual double Next(double learningRate, double rate, long step) => At(learningRate, step);

    /// <summary>The momentum by the formula, for a checked step.</summary>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The momentum; null where the schedule leaves it as it is.</returns>
    protected internal virtual double? MomentumAt(long step) => null;

    /// <summary>The rates after 0, 1, 2, … steps.</summary>
    /// <param name="learningRate">The rate that the schedule starts from.</param>
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
