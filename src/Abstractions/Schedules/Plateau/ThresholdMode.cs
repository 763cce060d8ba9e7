namespace ParityNet.Schedules;

/// <summary>How the threshold of <see cref="ReduceOnPlateau"/> counts.</summary>
public enum ThresholdMode
{
    /// <summary>As a share of the best metric.</summary>
    Rel,

    /// <summary>As a difference from the best metric.</summary>
    Abs,
}
