namespace ParityNet.Schedules;

/// <summary>Where a <see cref="ReduceOnPlateau"/> stands: data, from which it goes on.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Best">The best metric so far; an infinity before there is one.</param>
/// <param name="BadSteps">For how many steps the metric has not improved.</param>
/// <param name="Cooldown">For how many more steps bad metrics do not count.</param>
public sealed record PlateauState(double Rate, double Best, int BadSteps, int Cooldown);
