namespace ParityNet.Reports;

/// <summary>How far a backend is from the best value known, in ULPs at the scale of the element.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="P50">The median error.</param>
/// <param name="P99">The error that 99 in 100 elements do not exceed.</param>
/// <param name="Max">The largest error.</param>
/// <param name="Bits">The largest error as bits lost: log₂(ULP + 1).</param>
/// <param name="CorrectlyRoundedPercent">Elements within half a ULP, in percent.</param>
public sealed record AccuracyReport(string Backend, double P50, double P99, double Max, double Bits, double CorrectlyRoundedPercent);

/// <summary>How wide enclosures were, in ULPs at the scale of the element, and how much of them was used.</summary>
/// <param name="MedianWidth">Half of the enclosures are at most so wide.</param>
/// <param name="P95Width">95 in 100 are at most so wide.</param>
/// <param name="VacuousPercent">Enclosures that are infinite or wider than 2¹² ULP, in percent.</param>
/// <param name="UsedFraction">The largest error over half the width, among both backends; above 1 a backend is outside.</param>
public sealed record BoundReport(double MedianWidth, double P95Width, double VacuousPercent, double UsedFraction);

/// <summary>Elements of one backend that are inside their enclosure and have lost half of the type's digits or more.</summary>
/// <remarks>
/// More than 2^(p/2) ULP from the best value known, at the scale of the largest element that is computed together with it or of the largest term of the sum it
/// comes of; p is 24 or 53. Never a disagreement: some natural way to compute the op loses as many.
/// </remarks>
/// <param name="Backend">The backend.</param>
/// <param name="Elements">How many elements.</param>
/// <param name="KeptByOther">Those of them whose digits the other backend keeps.</param>
/// <param name="Worst">The one that is farthest off; its ULPs are at that scale.</param>
public sealed record DigitsLostReport(string Backend, long Elements, long KeptByOther, CaseReport Worst);

/// <summary>Elements of one backend that are outside because something on the way to them overflows or underflows.</summary>
/// <remarks>A disagreement on the native backend, which promises that this does not happen; none on a backend that computes as the formula stands.</remarks>
/// <param name="Backend">The backend.</param>
/// <param name="Overflows">Elements outside by an overflow on the way.</param>
/// <param name="Underflows">Elements outside by an underflow on the way.</param>
/// <param name="Smallest">The smallest input that shows one.</param>
public sealed record RangeReport(string Backend, long Overflows, long Underflows, CaseReport Smallest);
