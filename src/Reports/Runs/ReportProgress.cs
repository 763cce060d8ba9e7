namespace ParityNet.Reports;

/// <summary>How far a run is.</summary>
/// <param name="Done">Parts that are done.</param>
/// <param name="Parts">All parts.</param>
/// <param name="Part">The part that was finished last, in words.</param>
/// <param name="Entry">What it found, where it was an op; else null.</param>
public sealed record ReportProgress(int Done, int Parts, string Part, OpReport? Entry = null);
