namespace ParityNet.References;

/// <summary>How a difference between a library and PyTorch becomes visible.</summary>
public enum FindingKind
{
    /// <summary>The same call silently gives another number.</summary>
    WrongNumber,

    /// <summary>A call without options gives another number, because a default differs.</summary>
    Default,

    /// <summary>The library refuses what PyTorch computes, or throws.</summary>
    Refuses,

    /// <summary>The library computes what PyTorch refuses.</summary>
    Accepts,

    /// <summary>The library lacks an option of PyTorch.</summary>
    Lacks,

    /// <summary>The numbers are right, but another property of a tensor, a state or a module is wrong.</summary>
    State,

    /// <summary>The process ends, or memory is not held or aligned as libtorch needs it.</summary>
    Process,
}
