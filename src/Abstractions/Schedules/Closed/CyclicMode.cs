namespace ParityNet.Schedules;

/// <summary>How the amplitude of a <see cref="Cyclic"/> schedule changes from cycle to cycle.</summary>
public enum CyclicMode
{
    /// <summary>The amplitude is constant.</summary>
    Triangular,

    /// <summary>The amplitude is halved after each cycle.</summary>
    Triangular2,

    /// <summary>The amplitude is multiplied by γ at every step.</summary>
    [Option("exp_range")]
    ExpRange,
}
