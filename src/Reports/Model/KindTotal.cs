using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>What was found about all ops of a kind, so that a long catalogue can be read at a glance.</summary>
/// <param name="Kind"><c>loss</c>, <c>activation</c>, <c>layer</c>, <c>optimizer</c> or <c>model</c>.</param>
/// <param name="Ops">How many ops.</param>
/// <param name="Cases">Cases that ran.</param>
/// <param name="Verdicts">Verdicts on their elements.</param>
/// <param name="Outside">What is left unexplained, counted as the ops count it.</param>
public sealed record KindTotal(string Kind, int Ops, long Cases, VerdictCounts Verdicts, long Outside)
{
    /// <summary>One entry a kind, in the catalogue's order.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The totals.</returns>
    public static ImmutableArray<KindTotal> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Ops.GroupBy(op => op.Kind).Select(kind => new KindTotal(
            kind.Key, kind.Select(op => op.Op).Distinct().Count(), kind.Sum(op => op.Cases), kind.Aggregate(VerdictCounts.None, (sum, op) => sum.Plus(op.Verdicts)),
            kind.Sum(op => op.Outside())))];
    }
}
