namespace ParityNet.Parity.Reports;

/// <summary>How wide enclosures were, in ULPs at the scale of the element, and how much of them was used.</summary>
/// <param name="MedianWidth">Half of the enclosures are at most so wide.</param>
/// <param name="P95Width">95 in 100 are at most so wide.</param>
/// <param name="VacuousPercent">Enclosures that are infinite or wider than 2¹² ULP, in percent.</param>
/// <param name="UsedFraction">The greatest error over half the width, among both backends; above 1 a backend is outside.</param>
public sealed record BoundReport(double MedianWidth, double P95Width, double VacuousPercent, double UsedFraction);
