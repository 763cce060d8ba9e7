namespace ParityNet.Schedules;

/// <summary>
/// Composes schedules in words: <c>new CosineAnnealing(90).WarmedUp(10)</c>, <c>new Constant(0.1, 5).Then(new Exponential(0.9))</c>.
/// </summary>
public static class ScheduleComposition
{
    /// <summary>Runs another schedule first, then this one from its beginning.</summary>
    /// <param name="schedule">The schedule that follows.</param>
    /// <param name="first">The schedule to begin with.</param>
    /// <param name="steps">For how many steps; null for the length of <paramref name="first"/>.</param>
    /// <returns>Both in sequence.</returns>
    /// <exception cref="ArgumentException"><paramref name="first"/> has no length of its own, and none is given.</exception>
    public static Sequential After(this ScheduleSpec schedule, ScheduleSpec first, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new([first, schedule], [steps ?? first.Length
            ?? throw new ArgumentException(
                $"{nameof(steps)} must be given where {nameof(first)} has no end: expected a number, got none for {first.Name}.")]);
    }

    /// <summary>Runs this schedule first, then another from its beginning.</summary>
    /// <param name="schedule">The schedule to begin with.</param>
    /// <param name="next">The schedule that follows.</param>
    /// <param name="steps">For how many steps the first one runs; null for its own length.</param>
    /// <returns>Both in sequence.</returns>
    /// <exception cref="ArgumentException">The first schedule has no length of its own, and none is given.</exception>
    public static Sequential Then(this ScheduleSpec schedule, ScheduleSpec next, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.After(schedule, steps);
    }

    /// <summary>Puts a linear warm-up to this schedule's first rate before it.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="steps">The number of steps of the warm-up; at least 1.</param>
    /// <param name="startFactor">The fraction of the first rate that the warm-up starts from; from 0 to 1.</param>
    /// <returns>The schedule with its warm-up.</returns>
    public static WarmUp WarmedUp(this ScheduleSpec schedule, int steps, double startFactor = 0) => new(schedule, steps, startFactor);

    /// <summary>Applies two schedules at once: both scale the rate.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="other">The other schedule.</param>
    /// <returns>Both, chained.</returns>
    public static Chained Times(this ScheduleSpec schedule, ScheduleSpec other) => new([schedule, other]);
}
