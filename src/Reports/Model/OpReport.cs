using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>What was found about one op in one element type.</summary>
/// <param name="Kind"><c>loss</c>, <c>activation</c>, <c>layer</c>, <c>optimizer</c> or <c>model</c>.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Cases">Cases that ran.</param>
/// <param name="Elements">Elements that were judged.</param>
/// <param name="Verdicts">Verdicts on those elements.</param>
/// <param name="BitsEqualPercent">Elements on which both backends gave the same bits, in percent; 0 with one backend.</param>
/// <param name="Bound">How wide the enclosures were.</param>
/// <param name="Accuracy">One entry a backend: how far it is from the best value known.</param>
/// <param name="Histogram">Elements by error, on a logarithmic scale.</param>
/// <param name="Worst">The worst case of each backend.</param>
/// <param name="Disagreements">Shrunk cases that lie outside; at most a few an op.</param>
/// <param name="Range">One entry a backend that overflows or underflows on the way.</param>
/// <param name="DigitsLost">One entry a backend that loses digits inside an enclosure.</param>
public sealed record OpReport(
    string Kind, string Op, string ElementType, long Cases, long Elements, VerdictCounts Verdicts, double BitsEqualPercent,
    BoundReport Bound, ImmutableArray<AccuracyReport> Accuracy, HistogramReport Histogram,
    ImmutableArray<CaseReport> Worst, ImmutableArray<CaseReport> Disagreements,
    ImmutableArray<RangeReport> Range, ImmutableArray<DigitsLostReport> DigitsLost)
{
    /// <summary>What is left unexplained: elements outside, and the cases shown that gave no elements to judge.</summary>
    /// <returns>The count.</returns>
    public long Outside() => Verdicts.Unexplained() + Disagreements.Count(shown => shown.Computed.IsEmpty);
}
