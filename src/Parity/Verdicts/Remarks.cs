namespace ParityNet.Parity.Verdicts;

/// <summary>Observations on the elements of one backend beside their verdicts.</summary>
/// <param name="Overflows">The number of elements outside because of an intermediate overflow.</param>
/// <param name="Underflows">The number of elements outside because of an intermediate underflow.</param>
/// <param name="LeftRange">The first of these; null where there is none.</param>
/// <param name="DigitsLost">The number of elements inside their enclosure that lost at least half of the type's digits.</param>
/// <param name="KeptByOther">The number of these for which the other backend keeps the digits.</param>
/// <param name="WorstLoss">The one with the largest error, at the scale of the elements computed together with it; null where there is
/// none.</param>
/// <param name="WorstLossUlps">Its error, in ULPs at that scale.</param>
public sealed record Remarks(
    long Overflows = 0, long Underflows = 0, Finding? LeftRange = null, long DigitsLost = 0, long KeptByOther = 0, Finding? WorstLoss = null,
        double WorstLossUlps = 0)
{
    /// <summary>Nothing to remark.</summary>
    public static Remarks None { get; } = new();
}
