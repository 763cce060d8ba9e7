namespace ParityNet.Schedules;

/// <summary>Where a schedule that takes metrics stands, such as a <see cref="ReduceOnPlateau"/>: data, from which it goes on.</summary>
/// <param name="LearningRate">The rate that it started from.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Step">How many metrics it has been given.</param>
/// <param name="Best">The best metric so far; an infinity before there is one.</param>
/// <param name="BadSteps">For how many steps the metric has not improved.</param>
/// <param name="Cooldown">For how many more steps bad metrics do not count.</param>
/// <param name="Reductions">How many times the rate was to be lowered.</param>
public sealed record PlateauState(double LearningRate, double Rate, long Step, double Best, int BadSteps, int Cooldown, int Reductions);
