using System.Collections.Immutable;
using ParityNet.Parity;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Aggregates verdicts to the entries of a report.</summary>
static class OpReports
{
    const int DisagreementsShown = 3;

    // Bins double from 2⁻¹⁰ ULP, below which an error is negligible, to 2¹² ULP, above which an enclosure is wide.
    static readonly ImmutableArray<double> Edges = [0, .. Enumerable.Range(-10, 23).Select(e => Math.ScaleB(1, e)), double.PositiveInfinity];

    /// <summary>The entry of one op and element type.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="elementType"><c>float32</c> or <c>float64</c>.</param>
    /// <param name="backends">The names of the backends in order; null for one that did not run.</param>
    /// <param name="judgements">The verdicts, in the order of the cases.</param>
    /// <param name="shrunk">Shrunk cases that lie outside.</param>
    /// <param name="smallest">For each backend a shrunk case with an intermediate overflow or underflow; null where there is none.</param>
    /// <returns>The entry.</returns>
    public static OpReport Of(
        OpEntry entry, string elementType, ImmutableArray<string?> backends, IReadOnlyList<Judgement> judgements, IReadOnlyList<Judgement> shrunk,
        IReadOnlyList<Judgement?>? smallest = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(judgements);
        ArgumentNullException.ThrowIfNull(shrunk);
        VerdictCounts verdicts = judgements.Aggregate(VerdictCounts.None, (sum, j) => sum.Plus(j.Counts));
        long elements = verdicts.Total();
        var errors = new (string Name, double[] Ulps)[2];
        errors[0] = (backends[0] ?? "", Sorted(judgements.SelectMany(j => j.FirstUlps).Where(u => !double.IsNaN(u))));
        errors[1] = (backends.Length > 1 ? backends[1] ?? "" : "", Sorted(judgements.SelectMany(j => j.SecondUlps).Where(u => !double.IsNaN(u))));
        ImmutableArray<(string Name, double[] Ulps)> ran = [.. errors.Where(e => e.Name.Length > 0)];
        return new OpReport(
            Words.Of(entry.Kind), entry.Name, elementType, judgements.Count, elements, verdicts,
            Percent(judgements.Sum(j => j.BitsEqual), elements), Bound(judgements, elements),
            [.. ran.Select(e => Accuracy(e.Name, e.Ulps))],
            new HistogramReport(Edges, [.. ran.Select(e => new HistogramCounts(e.Name, Binned(e.Ulps)))]),
            [.. Worst(judgements, backends)],
            [.. shrunk.Take(DisagreementsShown).Select(j => CaseReports.Of(j, j.Outside, Blamed(j.Outside, backends), backends))],
            [.. RemarkReports.Range(judgements, smallest ?? [], backends)],
            [.. RemarkReports.DigitsLost(judgements, backends)],
            [.. EvidenceOf(judgements)]);
    }

    /// <summary>The entry of an op that could not be judged.</summary>
    internal static OpReport Failed(OpEntry entry, string elementType, ImmutableArray<IBackend> backends, Exception problem)
    {
        NumberReport none = new("definition", "", "");
        OpReport empty = Of(entry, elementType, [.. backends.Take(2).Select(b => b.Name)], [], []);
        return empty with
        {
            Disagreements = [new(Failure(entry, problem), backends[0].Name, "", 0, 0, [], none, none, none, entry.Name, "", "",
                $"./paritynet check {entry.Name} --dtype {elementType}")],
        };
    }

    /// <summary>The message that an op could not be judged, with the reason.</summary>
    internal static string Failure(OpEntry entry, Exception problem) =>
        $"{entry.Name} must be judged: expected verdicts, got {problem.GetType().Name}: {problem.Message}";

    static string Blamed(Finding? outside, ImmutableArray<string?> backends) =>
        (outside?.Verdict is Verdict.SecondOutside ? backends[^1] : backends[0]) ?? "";

    static IEnumerable<CaseReport> Worst(IReadOnlyList<Judgement> judgements, ImmutableArray<string?> backends)
    {
        for (int b = 0; b < backends.Length; b++)
        {
            bool first = b == 0;
            // The error of an element with weak evidence is meaningless, and a finite error is more informative than the infinite one of NaN.
            Judgement? worst = judgements.Where(j => Of(j, first) is { Verdict: not Verdict.Weak } f && double.IsFinite(Ulps(f, first)))
                .MaxBy(j => Ulps(Of(j, first)!, first));
            if (backends[b] is { } name && worst is not null)
                yield return CaseReports.Of(worst, Of(worst, first), name, backends);
        }
    }

    static Finding? Of(Judgement judgement, bool first) => first ? judgement.FirstWorst : judgement.SecondWorst;

    static double Ulps(Finding finding, bool first) => first ? finding.FirstUlps : finding.SecondUlps;

    static BoundReport Bound(IReadOnlyList<Judgement> judgements, long elements)
    {
        double[] widths = Sorted(judgements.SelectMany(j => j.Widths));
        long wide = widths.Count(w => !(w <= 4096));
        return new(Quantile(widths, 0.5), Quantile(widths, 0.95), Percent(wide, elements),
            judgements.Count == 0 ? 0 : judgements.Max(j => j.UsedFraction));
    }

    static IEnumerable<EvidenceReport> EvidenceOf(IEnumerable<Judgement> judgements) =>
        from output in judgements.SelectMany(j => j.Evidence).GroupBy(evidence => evidence.Output)
        let bits = Sorted(output.SelectMany(evidence => evidence.Bits))
        select new EvidenceReport(output.Key, bits.Length, Rounded(Quantile(bits, 0.5)), Rounded(Quantile(bits, 0.01)),
            Percent(bits.Count(b => b < Evidence.Weak), bits.Length));

    static double Rounded(double bits) => Math.Round(bits, 2);

    static AccuracyReport Accuracy(string backend, double[] sorted)
    {
        double max = sorted.Length == 0 ? 0 : sorted[^1];
        return new(backend, Quantile(sorted, 0.5), Quantile(sorted, 0.99), max, Math.Log2(max + 1),
            Percent(sorted.Count(u => u <= 0.5), sorted.Length));
    }

    static ImmutableArray<long> Binned(double[] ulps)
    {
        var counts = new long[Edges.Length];
        foreach (double u in ulps)
        {
            int bin = 0;
            while (u > Edges[bin])
                bin++;
            counts[bin]++;
        }
        return [.. counts];
    }

    static double[] Sorted(IEnumerable<double> values)
    {
        double[] all = [.. values];
        Array.Sort(all);
        return all;
    }

    static double Quantile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    static double Percent(long part, long whole) => whole == 0 ? 0 : Math.Round(100.0 * part / whole, 4);
}
