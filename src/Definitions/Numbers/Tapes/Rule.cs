namespace ParityNet.Definitions.Numbers;

/// <summary>How a step of a <see cref="Tape{R}"/> carries a cotangent g to what it was computed from, a and b.</summary>
enum Rule : byte
{
    /// <summary>Nothing lies before it.</summary>
    Variable,

    /// <summary>−g.</summary>
    Negation,

    /// <summary>g to each of many.</summary>
    Sum,

    /// <summary>g, and −g.</summary>
    Difference,

    /// <summary>g times a factor.</summary>
    Times,

    /// <summary>g times one factor and then times another.</summary>
    TimesTwice,

    /// <summary>g divided by a number.</summary>
    Over,

    /// <summary>g·b, and g·a.</summary>
    Product,

    /// <summary>g/b, and −g·((a/b)/b).</summary>
    Quotient,

    /// <summary>g to the one that is chosen; half of it to each where they are equal.</summary>
    Choice,

    /// <summary>g to one of two branches, and it is not known which.</summary>
    Branch,
}
