namespace ParityNet.References;

/// <summary>How a difference between a library and PyTorch shows.</summary>
public enum FindingKind
{
    /// <summary>The same call gives another number, and nothing is said.</summary>
    WrongNumber,

    /// <summary>A call without options gives another number, since a default differs.</summary>
    Default,

    /// <summary>What PyTorch computes is refused, or ends in an exception.</summary>
    Refuses,

    /// <summary>What PyTorch refuses is computed.</summary>
    Accepts,

    /// <summary>An option of PyTorch cannot be given.</summary>
    Lacks,

    /// <summary>The numbers are right, and what else must hold of a tensor, a state or a module does not.</summary>
    State,

    /// <summary>The process ends, or the memory of a number is not what libtorch needs.</summary>
    Process,
}
