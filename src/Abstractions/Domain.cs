namespace ParityNet;

/// <summary>The set of numbers for which an argument is defined; tests and samples draw from it.</summary>
public enum Domain
{
    /// <summary>All numbers.</summary>
    Any,

    /// <summary>Probabilities, from 0 to 1.</summary>
    UnitInterval,

    /// <summary>Logarithms of probabilities, at most 0.</summary>
    LogProbability,

    /// <summary>−1 and 1.</summary>
    Sign,

    /// <summary>0 and 1.</summary>
    Bit,

    /// <summary>Numbers of at least 0.</summary>
    NotNegative,

    /// <summary>Numbers greater than 0.</summary>
    Positive,

    /// <summary>Weights of a loss: at least 0, and of moderate size.</summary>
    Weight,
}
