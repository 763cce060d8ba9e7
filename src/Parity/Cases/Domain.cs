namespace ParityNet.Parity.Cases;

/// <summary>Which numbers an argument is defined for.</summary>
enum Domain
{
    /// <summary>All of them.</summary>
    Any,

    /// <summary>Probabilities, from 0 to 1.</summary>
    UnitInterval,

    /// <summary>Logarithms of probabilities, at most 0.</summary>
    LogProbability,

    /// <summary>−1 and 1.</summary>
    Sign,

    /// <summary>Weights and other numbers of at least 0.</summary>
    NotNegative,
}
