using System.Collections.Immutable;
using ParityNet.Parity;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>What is known of one op and element type after some of its cases; two of them add up to that of all their cases.</summary>
/// <param name="Kind">The kind of the op.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Verdicts">The verdicts on their elements.</param>
/// <param name="BitsEqual">The number of elements on which both backends gave the same bits.</param>
/// <param name="Widths">The widths of the enclosures.</param>
/// <param name="Wide">The number of wide enclosures.</param>
/// <param name="UsedFraction">The largest error over half the width of its enclosure.</param>
/// <param name="Errors">One entry per backend that ran.</param>
/// <param name="Outside">The first cases outside, shrunk, in the order of the cases.</param>
/// <param name="Range">Intermediate overflow and underflow, and the smallest case that shows one.</param>
/// <param name="DigitsLost">Lost digits, how many the other backend keeps, and the worst case.</param>
/// <param name="Evidence">One entry per output.</param>
/// <param name="Known">What known differences explain.</param>
/// <param name="Failure">The message where the op could not be judged; null where it could.</param>
sealed record OpTally(
    string Kind, string Op, string ElementType, long Cases, VerdictCounts Verdicts, long BitsEqual, Distribution Widths, long Wide,
    double UsedFraction, ImmutableArray<ErrorTally> Errors, ImmutableArray<IndexedCase> Outside, ImmutableArray<RemarkTally> Range,
    ImmutableArray<RemarkTally> DigitsLost, ImmutableArray<EvidenceTally> Evidence, ImmutableArray<KnownTally> Known, CaseReport? Failure = null)
{
    /// <summary>Why backends left cases out.</summary>
    public ImmutableArray<SkipTally> LeftOut { get; init; } = [];

    /// <summary>What the diagnosis says of the backends that are outside.</summary>
    public ImmutableArray<ExplanationReport> Explained { get; init; } = [];

    /// <summary>How many cases outside are shown.</summary>
    public const int Shown = 3;

    // Bins double from 2⁻¹⁰ ULP, below which an error is negligible, to 2¹² ULP, above which an enclosure is wide.
    static readonly ImmutableArray<double> Edges = [0, .. Enumerable.Range(-10, 23).Select(e => Math.ScaleB(1, e)), double.PositiveInfinity];

    /// <summary>The widest enclosure that is not wide, in ULP.</summary>
    public static double Widest => Edges[^2];

    /// <summary>The number of bins of a histogram.</summary>
    public static int Bins => Edges.Length;

    /// <summary>The tally of an op that could not be judged.</summary>
    public static OpTally Failed(OpEntry entry, string elementType, ImmutableArray<IBackend> backends, Exception problem)
    {
        NumberReport none = new("definition", "", "");
        return Nothing(Words.Of(entry.Kind), entry.Name, elementType, [.. backends.Take(2).Select(b => b.Name)]) with
        {
            Failure = new(FailureOf(entry, problem), backends[0].Name, "", 0, 0, [], none, none, none, entry.Name, "", "",
                $"./paritynet check {entry.Name} --dtype {elementType}"),
        };
    }

    /// <summary>The message that an op could not be judged, with the reason.</summary>
    public static string FailureOf(OpEntry entry, Exception problem) =>
        $"{entry.Name} must be judged: expected verdicts, got {problem.GetType().Name}: {problem.Message}";

    /// <summary>The bin of a histogram that an error falls into.</summary>
    public static int BinOf(double ulps)
    {
        int bin = 0;
        while (ulps > Edges[bin])
            bin++;
        return bin;
    }

    /// <summary>The tally of all cases of both.</summary>
    /// <param name="other">The tally of other cases of the same op and element type.</param>
    public OpTally Plus(OpTally other)
    {
        if (Failure is not null || other.Failure is not null)
            return Nothing(Kind, Op, ElementType, [.. Errors.Select(e => e.Backend)]) with { Failure = Failure ?? other.Failure };
        return this with
        {
            Cases = Cases + other.Cases,
            Verdicts = Verdicts.Plus(other.Verdicts),
            BitsEqual = BitsEqual + other.BitsEqual,
            Widths = Widths.Plus(other.Widths),
            Wide = Wide + other.Wide,
            UsedFraction = other.UsedFraction > UsedFraction ? other.UsedFraction : UsedFraction,
            Errors = [.. Errors.Zip(other.Errors, Plus)],
            Outside = [.. Outside.Concat(other.Outside).OrderBy(shown => shown.Index).Take(Shown)],
            Range = Joined(Range, other.Range, First),
            DigitsLost = Joined(DigitsLost, other.DigitsLost, Worse),
            Evidence = [.. Evidence.Concat(other.Evidence).GroupBy(e => e.Output).Select(output => output.Aggregate(Plus))
                .OrderBy(e => e.Index).ThenBy(e => e.Position)],
            // Parts with something outside say the same.
            Explained = Explained.IsEmpty ? other.Explained : Explained,
            LeftOut = [.. LeftOut.Concat(other.LeftOut).GroupBy(skip => skip.Reason)
                .Select(reason => new SkipTally(reason.Key, reason.Sum(skip => skip.Cases)))],
            Known = [.. Known.Concat(other.Known).GroupBy(k => k.Id).Select(id => new KnownTally(id.Key, id.Sum(k => k.Elements)))],
        };
    }

    /// <summary>The entry of the report.</summary>
    public OpReport Report()
    {
        long elements = Verdicts.Total();
        return new OpReport(
            Kind, Op, ElementType, Cases, elements, Verdicts, Percent(BitsEqual, elements),
            new(Widths.Quantile(0.5), Widths.Quantile(0.95), Percent(Wide, elements), UsedFraction),
            [.. Errors.Select(Accuracy)], new(Edges, [.. Errors.Select(e => new HistogramCounts(e.Backend, e.Bins))]),
            [.. Errors.Select(e => e.Worst?.Case).OfType<CaseReport>()],
            Failure is { } failure ? [failure] : [.. Outside.Select(shown => shown.Case)],
            [.. Range.Select(r => new RangeReport(r.Backend, r.First, r.Second, r.Shown.Case))],
            [.. DigitsLost.Select(d => new DigitsLostReport(d.Backend, d.First, d.Second, d.Shown.Case))],
            [.. Evidence.Select(e => new EvidenceReport(e.Output, e.Bits.Total(), Math.Round(e.Bits.Quantile(0.5), 2),
                Math.Round(e.Bits.Quantile(0.01), 2), Percent(e.Weak, e.Bits.Total())))])
        { Explanations = Explained.IsEmpty ? null : Explained };
    }

    /// <summary>What could not be done with the cases that are shown.</summary>
    public IEnumerable<SkipReport> Skipped() => Outside.Select(shown => shown.Skip).OfType<SkipReport>().Concat(
        LeftOut.OrderBy(skip => skip.Reason, StringComparer.Ordinal).Select(skip =>
            new SkipReport($"{Op} {ElementType}, {skip.Cases} {(skip.Cases == 1 ? "case" : "cases")}", skip.Reason)));

    static OpTally Nothing(string kind, string op, string elementType, ImmutableArray<string> backends) => new(
        kind, op, elementType, 0, VerdictCounts.None, 0, Distribution.None, 0, 0,
        [.. backends.Select(b => new ErrorTally(b, Distribution.None, 0, [.. new long[Bins]], null))], [], [], [], [], []);

    static AccuracyReport Accuracy(ErrorTally e) => new(e.Backend, e.Ulps.Quantile(0.5), e.Ulps.Quantile(0.99), e.Ulps.Max(),
        Math.Log2(e.Ulps.Max() + 1), Percent(e.Rounded, e.Ulps.Total()));

    static ErrorTally Plus(ErrorTally one, ErrorTally other) => new(one.Backend, one.Ulps.Plus(other.Ulps), one.Rounded + other.Rounded,
        [.. one.Bins.Zip(other.Bins, (a, b) => a + b)],
        one.Worst is { } a && other.Worst is { } b ? Worse(a, b) : one.Worst ?? other.Worst);

    static EvidenceTally Plus(EvidenceTally one, EvidenceTally other)
    {
        EvidenceTally first = (one.Index, one.Position).CompareTo((other.Index, other.Position)) <= 0 ? one : other;
        return first with { Bits = one.Bits.Plus(other.Bits), Weak = one.Weak + other.Weak };
    }

    ImmutableArray<RemarkTally> Joined(
        ImmutableArray<RemarkTally> some, ImmutableArray<RemarkTally> more, Func<IndexedCase, IndexedCase, IndexedCase> shown) =>
        [.. from backend in Errors.Select(e => e.Backend)
            let both = some.Concat(more).Where(r => r.Backend == backend).ToArray()
            where both.Length > 0
            select both.Aggregate((a, b) => a with { First = a.First + b.First, Second = a.Second + b.Second, Shown = shown(a.Shown, b.Shown) })];

    static IndexedCase First(IndexedCase one, IndexedCase other) =>
        IndexedCase.Order(one.Index).CompareTo(IndexedCase.Order(other.Index)) <= 0 ? one : other;

    // Of equal errors the first one, as in a run in one part.
    static IndexedCase Worse(IndexedCase one, IndexedCase other) =>
        one.Case.Ulps > other.Case.Ulps ? one : other.Case.Ulps > one.Case.Ulps ? other : one.Index <= other.Index ? one : other;

    static double Percent(long part, long whole) => whole == 0 ? 0 : Math.Round(100.0 * part / whole, 4);
}
