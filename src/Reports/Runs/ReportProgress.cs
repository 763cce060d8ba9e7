namespace ParityNet.Reports;

/// <summary>The progress of a run.</summary>
/// <param name="Done">The number of parts done.</param>
/// <param name="Parts">The number of all parts.</param>
/// <param name="Part">The part that finished last, in words.</param>
/// <param name="Entry">Its result where it is an op; else null.</param>
public sealed record ReportProgress(int Done, int Parts, string Part, OpReport? Entry = null);
