namespace ParityNet.Parity.Verdicts;

/// <summary>What the elements of one backend showed beside their verdicts.</summary>
/// <param name="Overflows">Elements outside by an overflow on the way.</param>
/// <param name="Underflows">Elements outside by an underflow on the way.</param>
/// <param name="LeftRange">The first of these; null where there is none.</param>
/// <param name="DigitsLost">Elements inside their enclosure that have lost half of the type's digits or more.</param>
/// <param name="KeptByOther">Those of them whose digits the other backend keeps.</param>
/// <param name="WorstLoss">The one that is farthest off, at the scale of what was computed together with it; null where there is none.</param>
/// <param name="WorstLossUlps">How far that is, in ULPs at that scale.</param>
public sealed record Remarks(
    long Overflows = 0, long Underflows = 0, Finding? LeftRange = null, long DigitsLost = 0, long KeptByOther = 0, Finding? WorstLoss = null, double WorstLossUlps = 0)
{
    /// <summary>Nothing to remark.</summary>
    public static Remarks None { get; } = new();
}
