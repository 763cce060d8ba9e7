using System.Collections.Immutable;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>Converts a finding to an entry of a report.</summary>
static class CaseReports
{
    /// <summary>The entry; for a case that a backend refused it has no element, and the failure as its verdict.</summary>
    public static CaseReport Of(Judgement judgement, Finding? finding, string backend, ImmutableArray<string?> backends)
    {
        Case about = judgement.Case;
        bool single = about.ElementTypeName == "float32";
        string request = about.Request();
        NumberReport None(string of) => new(of, finding is null ? "" : "not known", "");
        ImmutableArray<NumberReport> computed = finding is null ? [] :
        [
            .. finding.First is { } a && backends[0] is { } one ? [NumberReport.From(one, a, single)] : ImmutableArray<NumberReport>.Empty,
            .. finding.Second is { } b && backends[^1] is { } other ? [NumberReport.From(other, b, single)] : ImmutableArray<NumberReport>.Empty,
        ];
        bool second = backends.Length > 1 && backend == backends[1];
        return new CaseReport(
            finding?.Verdict.ToString() ?? judgement.Failure ?? "", backend, finding?.Quantity ?? "", finding?.Index ?? 0,
            finding is null ? 0 : second ? finding.SecondUlps : finding.FirstUlps, computed,
            finding?.Best is { } best ? NumberReport.From("definition", best, false) : None("definition"),
            finding is null ? None("definition") : NumberReport.From("definition", finding.Low, false),
            finding is null ? None("definition") : High(finding),
            CSharp.Spec(about.Spec), about.Code(), request, $"./paritynet replay '{request}'");
    }

    static NumberReport High(Finding finding)
    {
        NumberReport high = NumberReport.From("definition", finding.High, false);
        return finding.MayBeNaN && finding.Low <= finding.High ? high with { Decimal = $"{high.Decimal} or NaN" } : high;
    }
}
