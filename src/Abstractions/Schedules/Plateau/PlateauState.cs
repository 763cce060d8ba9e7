namespace ParityNet.Schedules;

/// <summary>The state of a schedule that takes metrics, such as <see cref="ReduceOnPlateau"/>; the schedule resumes from it.</summary>
/// <param name="LearningRate">The initial learning rate.</param>
/// <param name="Rate">The current learning rate.</param>
/// <param name="Step">The number of metrics observed.</param>
/// <param name="Best">The best metric so far; infinite before the first improvement.</param>
/// <param name="BadSteps">
/// The number of steps without improvement that count towards the patience (PyTorch's <c>num_bad_epochs</c>).
/// </param>
/// <param name="Cooldown">The number of cooldown steps that remain.</param>
/// <param name="Reductions">The number of reductions triggered so far.</param>
public sealed record PlateauState(double LearningRate, double Rate, long Step, double Best, int BadSteps, int Cooldown, int Reductions);
