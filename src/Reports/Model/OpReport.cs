using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>The results of one op and element type.</summary>
/// <param name="Kind"><c>loss</c>, <c>activation</c>, <c>layer</c>, <c>optimizer</c> or <c>model</c>.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Elements">The number of elements judged.</param>
/// <param name="Verdicts">The verdicts on these elements.</param>
/// <param name="BitsEqualPercent">The percentage of elements on which both backends gave the same bits; 0 with one backend.</param>
/// <param name="Bound">The widths of the enclosures.</param>
/// <param name="Accuracy">One entry per backend: its errors against the best known values.</param>
/// <param name="Histogram">The histogram of errors, on a logarithmic scale.</param>
/// <param name="Worst">The worst case of each backend.</param>
/// <param name="Disagreements">Shrunk cases that lie outside; at most a few per op.</param>
/// <param name="Range">One entry per backend with an intermediate overflow or underflow.</param>
/// <param name="DigitsLost">One entry per backend that loses digits inside an enclosure.</param>
/// <param name="Evidence">One entry per output: how much it shows that its elements are inside.</param>
public sealed record OpReport(
    string Kind, string Op, string ElementType, long Cases, long Elements, VerdictCounts Verdicts, double BitsEqualPercent,
    BoundReport Bound, ImmutableArray<AccuracyReport> Accuracy, HistogramReport Histogram,
    ImmutableArray<CaseReport> Worst, ImmutableArray<CaseReport> Disagreements,
    ImmutableArray<RangeReport> Range, ImmutableArray<DigitsLostReport> DigitsLost, ImmutableArray<EvidenceReport> Evidence)
{
    /// <summary>The mistake of each backend that is outside, as <c>prove</c> names it; null where none is outside on ordinary numbers.</summary>
    public ImmutableArray<ExplanationReport>? Explanations { get; init; }

    /// <summary>The number of elements on which one backend alone is outside.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>The count; 0 where the backend was not judged.</returns>
    public long OutsideOn(string backend) => Accuracy switch
    {
        [var only] => only.Backend == backend ? Verdicts.FirstOutside + Verdicts.SecondOutside : 0,
        [var first, ..] when first.Backend == backend => Verdicts.FirstOutside,
        [_, var second, ..] when second.Backend == backend => Verdicts.SecondOutside,
        _ => 0,
    };

    /// <summary>The number of unexplained elements outside, plus the listed cases without elements to judge.</summary>
    /// <returns>The count.</returns>
    public long Outside() => Verdicts.Unexplained() + Disagreements.Count(shown => shown.Computed.IsEmpty);
}
