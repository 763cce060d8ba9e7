namespace ParityNet.Definitions.Numbers;

/// <summary>The pullback of a node of a <see cref="Tape{R}"/>: how the cotangent g propagates to the operands a and b.</summary>
enum Rule : byte
{
    /// <summary>A variable, which has no operands.</summary>
    Variable,

    /// <summary>−g.</summary>
    Negation,

    /// <summary>g to each of several operands.</summary>
    Sum,

    /// <summary>g, and −g.</summary>
    Difference,

    /// <summary>g times a factor.</summary>
    Times,

    /// <summary>g times one factor, then times another.</summary>
    TimesTwice,

    /// <summary>g divided by a number.</summary>
    Over,

    /// <summary>g·b, and g·a.</summary>
    Product,

    /// <summary>g/b, and −g·((a/b)/b).</summary>
    Quotient,

    /// <summary>g to the chosen operand; half of it to each on a tie.</summary>
    Choice,

    /// <summary>g to one of two branches of an undecided condition.</summary>
    Branch,
}
