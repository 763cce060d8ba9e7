namespace ParityNet.Schedules;

/// <summary>How the height of a <see cref="Cyclic"/> schedule changes.</summary>
public enum CyclicMode
{
    /// <summary>Every cycle is as high as the first.</summary>
    Triangular,

    /// <summary>Every cycle is half as high as the one before.</summary>
    Triangular2,

    /// <summary>The height shrinks by γ at every step.</summary>
    [Option("exp_range")]
    ExpRange,
}
