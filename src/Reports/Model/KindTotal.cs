using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>The totals of all ops of a kind, for an overview of a long catalogue.</summary>
/// <param name="Kind"><c>loss</c>, <c>activation</c>, <c>layer</c>, <c>optimizer</c> or <c>model</c>.</param>
/// <param name="Ops">The number of ops.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Verdicts">The verdicts on their elements.</param>
/// <param name="Outside">The number of unexplained elements and cases, as in <see cref="OpReport.Outside"/>.</param>
public sealed record KindTotal(string Kind, int Ops, long Cases, VerdictCounts Verdicts, long Outside)
{
    /// <summary>One entry per kind, in the catalogue's order.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The totals.</returns>
    public static ImmutableArray<KindTotal> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Ops.GroupBy(op => op.Kind).Select(kind => new KindTotal(
            kind.Key, kind.Select(op => op.Op).Distinct().Count(), kind.Sum(op => op.Cases),
                kind.Aggregate(VerdictCounts.None, (sum, op) => sum.Plus(op.Verdicts)),
            kind.Sum(op => op.Outside())))];
    }
}
