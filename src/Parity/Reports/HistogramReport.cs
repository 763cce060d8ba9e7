using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>Elements by error in ULPs, in bins that double.</summary>
/// <param name="UpperEdges">The upper edge of each bin, included; the first bin is exactly 0, the last has no upper edge.</param>
/// <param name="Counts">One entry a backend.</param>
public sealed record HistogramReport(ImmutableArray<double> UpperEdges, ImmutableArray<HistogramCounts> Counts);
