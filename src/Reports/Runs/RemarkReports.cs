using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Aggregates the remarks of judgements to the entries of a report.</summary>
static class RemarkReports
{
    /// <summary>One entry per backend with an intermediate overflow or underflow.</summary>
    public static IEnumerable<RangeReport> Range(
        IReadOnlyList<Judgement> judgements, IReadOnlyList<Judgement?> smallest, ImmutableArray<string?> backends)
    {
        for (int b = 0; b < backends.Length; b++)
        {
            Judgement[] some = [.. judgements.Where(j => Of(j, b).LeftRange is not null)];
            if (backends[b] is not { } name || some.Length == 0)
                continue;
            Judgement shown = b < smallest.Count && smallest[b] is { } simple && Of(simple, b).LeftRange is not null ? simple : some[0];
            yield return new(name, some.Sum(j => Of(j, b).Overflows), some.Sum(j => Of(j, b).Underflows),
                CaseReports.Of(shown, Of(shown, b).LeftRange, name, backends));
        }
    }

    /// <summary>One entry per backend that loses digits inside an enclosure.</summary>
    public static IEnumerable<DigitsLostReport> DigitsLost(IReadOnlyList<Judgement> judgements, ImmutableArray<string?> backends)
    {
        for (int b = 0; b < backends.Length; b++)
        {
            Judgement? worst = judgements.Where(j => Of(j, b).WorstLoss is not null).MaxBy(j => Of(j, b).WorstLossUlps);
            if (backends[b] is { } name && worst is not null)
                yield return new(name, judgements.Sum(j => Of(j, b).DigitsLost), judgements.Sum(j => Of(j, b).KeptByOther),
                    CaseReports.Of(worst, Of(worst, b).WorstLoss, name, backends) with { Ulps = Of(worst, b).WorstLossUlps });
        }
    }

    /// <summary>The remarks of a judgement on a backend, by its position.</summary>
    public static Remarks Of(Judgement judgement, int backend) => backend == 0 ? judgement.FirstRemarks : judgement.SecondRemarks;
}
