namespace ParityNet.Parity.Diagnosis;

/// <summary>Where a hypothesis comes from; of equal fits the first kind is named first.</summary>
enum HypothesisKind
{
    /// <summary>Another value of an option of the spec.</summary>
    Option,

    /// <summary>A mistake that any op of the kind may have.</summary>
    General,

    /// <summary>A mistake that was made in earnest, or one of its kind, in this op.</summary>
    Known,

    /// <summary>Another value of an option, found by solving for it.</summary>
    Solved,

    /// <summary>Another op.</summary>
    OtherOp,

    /// <summary>A factor or an addend, found by solving for it.</summary>
    Factor,

    /// <summary>Two mistakes at once.</summary>
    Pair,
}
