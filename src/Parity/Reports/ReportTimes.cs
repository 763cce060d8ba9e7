namespace ParityNet.Parity.Reports;

/// <summary>When a run was made; no part of the canonical form.</summary>
/// <param name="Started">The start, in UTC.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ReportTimes(DateTimeOffset Started, double Seconds);
