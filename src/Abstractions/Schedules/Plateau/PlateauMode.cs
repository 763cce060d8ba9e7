namespace ParityNet.Schedules;

/// <summary>Which metrics are good.</summary>
public enum PlateauMode
{
    /// <summary>Small ones, such as a loss.</summary>
    Min,

    /// <summary>Great ones, such as an accuracy.</summary>
    Max,
}
