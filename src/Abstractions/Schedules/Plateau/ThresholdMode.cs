namespace ParityNet.Schedules;

/// <summary>Whether the threshold of <see cref="ReduceOnPlateau"/> is relative or absolute.</summary>
public enum ThresholdMode
{
    /// <summary>Relative: a fraction of the best metric.</summary>
    Rel,

    /// <summary>Absolute: a difference from the best metric.</summary>
    Abs,
}
