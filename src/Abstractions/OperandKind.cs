namespace ParityNet;

/// <summary>What an argument may hold.</summary>
public enum OperandKind
{
    /// <summary>Floating-point numbers.</summary>
    Numbers,

    /// <summary>Class indices.</summary>
    Indices,

    /// <summary>Either class indices or class probabilities.</summary>
    NumbersOrIndices,
}
