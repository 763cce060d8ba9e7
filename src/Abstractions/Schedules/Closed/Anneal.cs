namespace ParityNet.Schedules;

/// <summary>How one value becomes another.</summary>
public enum Anneal
{
    /// <summary>Along half a cosine: slowly, fast, slowly.</summary>
    Cos,

    /// <summary>In a straight line.</summary>
    Linear,
}
