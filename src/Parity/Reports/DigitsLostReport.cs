namespace ParityNet.Parity.Reports;

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
