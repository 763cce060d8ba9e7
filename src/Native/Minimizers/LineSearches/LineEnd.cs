namespace ParityNet.Native.Minimizers;

/// <summary>How a line search ended.</summary>
enum LineEnd
{
    /// <summary>Its conditions hold at the point.</summary>
    Satisfied,

    /// <summary>The value is smaller at the point, but the conditions do not hold.</summary>
    Smaller,

    /// <summary>No smaller value was found.</summary>
    None,

    /// <summary>The value falls without end.</summary>
    Unbounded,
}
