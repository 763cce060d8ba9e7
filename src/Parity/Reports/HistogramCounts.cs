using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>One backend's elements in each bin of a histogram.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Elements">One count a bin.</param>
public sealed record HistogramCounts(string Backend, ImmutableArray<long> Elements);
