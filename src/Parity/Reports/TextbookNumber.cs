namespace ParityNet.Parity.Reports;

/// <summary>What a backend computes for a number of the textbook.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Value">The number.</param>
public sealed record TextbookNumber(string Backend, double Value);
