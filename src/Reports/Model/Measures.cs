namespace ParityNet.Reports;

/// <summary>The errors of a backend against the best known values, in ULPs at the scale of the element.</summary>
/// <remarks>Percentiles are at most 1/128 above the exact ones, so that parts of a run add up to the whole; the largest error is exact.</remarks>
/// <param name="Backend">The backend.</param>
/// <param name="P50">The median error.</param>
/// <param name="P99">The 99th percentile of the error.</param>
/// <param name="Max">The largest error.</param>
/// <param name="Bits">The largest error as bits lost: log₂(ULP + 1).</param>
/// <param name="CorrectlyRoundedPercent">The percentage of elements within half a ULP.</param>
public sealed record AccuracyReport(string Backend, double P50, double P99, double Max, double Bits, double CorrectlyRoundedPercent);

/// <summary>The widths of the enclosures, in ULPs at the scale of the element, and the largest fraction of one that was used.</summary>
/// <param name="MedianWidth">The median width.</param>
/// <param name="P95Width">The 95th percentile of the width.</param>
/// <param name="WidePercent">The percentage of enclosures that are infinite or wider than 2¹² ULP.</param>
/// <param name="UsedFraction">The largest ratio of error to half the width, over both backends; above 1 a backend is outside.</param>
public sealed record BoundReport(double MedianWidth, double P95Width, double WidePercent, double UsedFraction);

/// <summary>How much it shows that the elements of one output lie in their enclosures: log₂(scale ÷ width) bits each.</summary>
/// <remarks>
/// The scale is the largest magnitude among the elements that are computed together with this one, or the largest term of its own last sum where that
/// cancels. The type has 24 or 53 bits.
/// </remarks>
/// <param name="Output"><c>value</c>, <c>grads.input</c>, <c>params</c>, <c>state.exp_avg</c>.</param>
/// <param name="Elements">The number of elements.</param>
/// <param name="MedianBits">The median evidence.</param>
/// <param name="P1Bits">The evidence that 99 in 100 elements exceed.</param>
/// <param name="WeakPercent">The elements with less than 10 bits, in percent.</param>
public sealed record EvidenceReport(string Output, long Elements, double MedianBits, double P1Bits, double WeakPercent);

/// <summary>The elements of one backend that are inside their enclosure but lost at least half of the type's digits.</summary>
/// <remarks>
/// The error exceeds 2^(p/2) ULP, with the precision p of 24 or 53, at the scale of the largest element computed together with it or of the
/// largest term of its sum. It is never a disagreement: some natural evaluation of the op loses as many digits.
/// </remarks>
/// <param name="Backend">The backend.</param>
/// <param name="Elements">The number of these elements.</param>
/// <param name="KeptByOther">The number of these for which the other backend keeps the digits.</param>
/// <param name="Worst">The one with the largest error; its ULPs are at that scale.</param>
public sealed record DigitsLostReport(string Backend, long Elements, long KeptByOther, CaseReport Worst);

/// <summary>The elements of one backend that are outside because an intermediate result overflows or underflows.</summary>
/// <remarks>This is a disagreement on the native backend, which guarantees that it does not happen, and none on a backend that evaluates
/// the formula as written.</remarks>
/// <param name="Backend">The backend.</param>
/// <param name="Overflows">The number of elements outside because of an intermediate overflow.</param>
/// <param name="Underflows">The number of elements outside because of an intermediate underflow.</param>
/// <param name="Smallest">The smallest case that shows one.</param>
public sealed record RangeReport(string Backend, long Overflows, long Underflows, CaseReport Smallest);
