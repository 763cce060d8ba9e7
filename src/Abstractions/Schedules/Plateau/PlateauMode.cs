namespace ParityNet.Schedules;

/// <summary>Whether a lower or a higher metric is better.</summary>
public enum PlateauMode
{
    /// <summary>Lower is better, as for a loss.</summary>
    Min,

    /// <summary>Higher is better, as for an accuracy.</summary>
    Max,
}
