namespace ParityNet.Parity.Reports;

/// <summary>How far a backend is from the best value known, in ULPs at the scale of the element.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="P50">The median error.</param>
/// <param name="P99">The error that 99 in 100 elements do not exceed.</param>
/// <param name="Max">The greatest error.</param>
/// <param name="Bits">The greatest error as bits lost: log₂(ULP + 1).</param>
/// <param name="CorrectlyRoundedPercent">Elements within half a ULP, in percent.</param>
public sealed record AccuracyReport(string Backend, double P50, double P99, double Max, double Bits, double CorrectlyRoundedPercent);
