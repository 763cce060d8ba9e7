namespace ParityNet.Parity.Reports;

/// <summary>Elements of one backend that are outside because something on the way to them overflows or underflows.</summary>
/// <remarks>A disagreement on the native backend, which promises that this does not happen; none on a backend that computes as the formula stands.</remarks>
/// <param name="Backend">The backend.</param>
/// <param name="Overflows">Elements outside by an overflow on the way.</param>
/// <param name="Underflows">Elements outside by an underflow on the way.</param>
/// <param name="Smallest">The smallest input that shows one.</param>
public sealed record RangeReport(string Backend, long Overflows, long Underflows, CaseReport Smallest);
