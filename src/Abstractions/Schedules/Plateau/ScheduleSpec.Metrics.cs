using ParityNet.Optimizers;

namespace ParityNet.Schedules;

// A schedule as a fold over metrics; a schedule that takes no metrics only counts them.
public abstract partial record ScheduleSpec
{
    /// <summary>
    /// Whether the rate depends on metrics: then it is a function of a <see cref="PlateauState"/>, not of the step alone.
    /// </summary>
    public virtual bool TakesMetrics => false;

    /// <summary>The state before the first step.</summary>
    /// <param name="learningRate">The initial rate; at least 0.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public PlateauState Start(double learningRate)
    {
        Require.NotNegative(learningRate, nameof(learningRate));
        return First with { LearningRate = learningRate, Rate = At(learningRate, First) };
    }

    /// <summary>The state after one more step.</summary>
    /// <param name="state">The state before; not modified.</param>
    /// <param name="metric">The metric of the step; any number.</param>
    /// <returns>The state after.</returns>
    public PlateauState Observe(PlateauState state, double metric)
    {
        ArgumentNullException.ThrowIfNull(state);
        PlateauState after = After(state, metric);
        return after with { LearningRate = state.LearningRate, Rate = At(state.LearningRate, after) };
    }

    /// <summary>The rate before the first metric, and after each.</summary>
    /// <param name="learningRate">The initial rate; at least 0.</param>
    /// <param name="metrics">The metrics.</param>
    /// <returns>One rate more than there are metrics.</returns>
    public IEnumerable<double> Rates(double learningRate, IEnumerable<double> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return All(Start(learningRate), metrics);
    }

    /// <summary>The optimizer to use in a state: with this schedule's rate, and its momentum where it has one.</summary>
    /// <param name="optimizer">The optimizer; its own learning rate, or that of each group, is the initial rate.</param>
    /// <param name="state">The state; its initial rate is not used.</param>
    /// <returns>The optimizer for the next step.</returns>
    /// <exception cref="ArgumentException">The schedule has a momentum and the optimizer has none.</exception>
    public OptimizerSpec Apply(OptimizerSpec optimizer, PlateauState state)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(state);
        return Paced(optimizer, rate => At(rate, state), MomentumAt(state.Step));
    }

    /// <summary>The state before the first step, whatever the rate.</summary>
    protected internal virtual PlateauState First => new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The state after one more metric, except for its rates.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="metric">The metric.</param>
    /// <returns>The state after.</returns>
    protected internal virtual PlateauState After(PlateauState state, double metric) => state with { Step = state.Step + 1 };

    /// <summary>The rate in a state.</summary>
    /// <param name="learningRate">The initial rate.</param>
    /// <param name="state">The state.</param>
    /// <returns>The rate.</returns>
    protected internal virtual double At(double learningRate, PlateauState state) => At(learningRate, state.Step);

    IEnumerable<double> All(PlateauState state, IEnumerable<double> metrics)
    {
        yield return state.Rate;
        foreach (double metric in metrics)
            yield return (state = Observe(state, metric)).Rate;
    }
}
