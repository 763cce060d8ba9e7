namespace ParityNet;

/// <summary>Which numbers an argument is defined for; tests draw their numbers from there.</summary>
public enum Domain
{
    /// <summary>All of them.</summary>
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

    /// <summary>Factors of a loss: at least 0, and of ordinary size.</summary>
    Weight,
}
