using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>Adds up judgements, in the order of their cases, without keeping them.</summary>
/// <param name="backends">The names of both backends in order; null for one that did not run.</param>
sealed class OpTallying(ImmutableArray<string?> backends)
{
    readonly List<(int Index, Judgement Judgement)> outside = [];
    readonly Side[] sides = [new(), new()];
    readonly Distribution.Builder widths = new();
    readonly List<Output> outputs = [];
    readonly Dictionary<string, long> known = [], leftOut = [];
    VerdictCounts verdicts = VerdictCounts.None;
    long cases, bitsEqual, wide;
    double usedFraction;

    /// <summary>The first judgements that do not hold, at most as many as a report shows.</summary>
    public IReadOnlyList<(int Index, Judgement Judgement)> Outside => outside;

    /// <summary>The first judgement in which a backend leaves the range on the way; null where there is none.</summary>
    public (int Index, Judgement Judgement)? FirstLeftRange(int backend) => sides[backend].LeftRange;

    /// <summary>The remarks of a judgement on a backend, by its position.</summary>
    public static Remarks RemarksOf(Judgement judgement, int backend) => backend == 0 ? judgement.FirstRemarks : judgement.SecondRemarks;

    /// <summary>Adds the judgement of the next case.</summary>
    public void Add(int index, Judgement judgement)
    {
        cases++;
        verdicts = verdicts.Plus(judgement.Counts);
        bitsEqual += judgement.BitsEqual;
        usedFraction = judgement.UsedFraction > usedFraction ? judgement.UsedFraction : usedFraction;
        foreach (double width in judgement.Widths)
        {
            widths.Add(width);
            wide += width <= OpTally.Widest ? 0 : 1;
        }
        if (!judgement.Holds && outside.Count < OpTally.Shown)
            outside.Add((index, judgement));
        foreach ((string id, long elements) in judgement.Known)
            known[id] = known.GetValueOrDefault(id) + elements;
        foreach (string reason in judgement.Skipped)
            leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
        foreach ((int position, Evidence evidence) in judgement.Evidence.Index())
            OutputOf(evidence.Output, index, position).Add(evidence);
        for (int b = 0; b < sides.Length; b++)
            sides[b].Add(index, judgement, b);
    }

    /// <summary>The tally of what was added.</summary>
    /// <param name="kind">The kind of the op.</param>
    /// <param name="op">PyTorch's name of the op.</param>
    /// <param name="elementType"><c>float32</c> or <c>float64</c>.</param>
    /// <param name="shrunk">The cases of <see cref="Outside"/>, shrunk, each with what went wrong while shrinking.</param>
    /// <param name="smallest">For each backend the case of <see cref="FirstLeftRange"/>, shrunk.</param>
    public OpTally Build(
        string kind, string op, string elementType, IReadOnlyList<(Judgement Judgement, SkipReport? Skip)> shrunk,
        IReadOnlyList<Judgement?> smallest) =>
        new(kind, op, elementType, cases, verdicts, bitsEqual, widths.Build(), wide, usedFraction,
            [.. Present().Select(b => sides[b].Errors(b, backends))],
            [.. outside.Zip(shrunk, (at, simple) => new IndexedCase(at.Index,
                CaseReports.Of(simple.Judgement, simple.Judgement.Outside, Blamed(simple.Judgement.Outside), backends), simple.Skip))],
            [.. Present().Select(b => sides[b].Range(b, backends, smallest[b])).OfType<RemarkTally>()],
            [.. Present().Select(b => sides[b].Digits(b, backends)).OfType<RemarkTally>()],
            [.. outputs.Select(output => output.Build())], [.. known.Select(k => new KnownTally(k.Key, k.Value))])
        { LeftOut = [.. leftOut.Select(skip => new SkipTally(skip.Key, skip.Value))] };

    IEnumerable<int> Present() => Enumerable.Range(0, backends.Length).Where(b => backends[b] is not null);

    string Blamed(Finding? outside) => (outside?.Verdict is Verdict.SecondOutside ? backends[^1] : backends[0]) ?? "";

    Output OutputOf(string name, int index, int position)
    {
        if (outputs.FirstOrDefault(output => output.Name == name) is { } there)
            return there;
        outputs.Add(new(name, index, position));
        return outputs[^1];
    }

    sealed class Output(string name, int index, int position)
    {
        readonly Distribution.Builder bits = new();
        long weak;

        public string Name => name;

        public void Add(Evidence evidence)
        {
            foreach (double b in evidence.Bits)
            {
                bits.Add(b);
                weak += b < Evidence.Weak ? 1 : 0;
            }
        }

        public EvidenceTally Build() => new(name, index, position, bits.Build(), weak);
    }

    // One backend.
    sealed class Side
    {
        readonly Distribution.Builder ulps = new();
        readonly long[] bins = new long[OpTally.Bins];
        long rounded, overflows, underflows, digitsLost, keptByOther;
        (int Index, Judgement Judgement, double Ulps)? worst, worstLoss;

        public (int Index, Judgement Judgement)? LeftRange { get; private set; }

        public void Add(int index, Judgement judgement, int backend)
        {
            foreach (double u in backend == 0 ? judgement.FirstUlps : judgement.SecondUlps)
            {
                if (double.IsNaN(u))
                    continue;
                ulps.Add(u);
                bins[OpTally.BinOf(u)]++;
                rounded += u <= 0.5 ? 1 : 0;
            }
            // The error of an element with weak evidence is meaningless, and a finite error is more informative than the infinite one of NaN.
            if (Worst(judgement, backend) is { Verdict: not Verdict.Weak } finding && UlpsOf(finding, backend) is var u2 && double.IsFinite(u2)
                && !(u2 <= worst?.Ulps))
                worst = (index, judgement, u2);
            Remarks remarks = RemarksOf(judgement, backend);
            overflows += remarks.Overflows;
            underflows += remarks.Underflows;
            if (remarks.LeftRange is not null
                && (LeftRange is not { } first || IndexedCase.Order(index).CompareTo(IndexedCase.Order(first.Index)) < 0))
                LeftRange = (index, judgement);
            digitsLost += remarks.DigitsLost;
            keptByOther += remarks.KeptByOther;
            if (remarks.WorstLoss is not null && !(remarks.WorstLossUlps <= worstLoss?.Ulps))
                worstLoss = (index, judgement, remarks.WorstLossUlps);
        }

        public ErrorTally Errors(int backend, ImmutableArray<string?> backends) => new(backends[backend]!, ulps.Build(), rounded, [.. bins],
            worst is { } w ? new(w.Index, CaseReports.Of(w.Judgement, Worst(w.Judgement, backend), backends[backend]!, backends)) : null);

        public RemarkTally? Range(int backend, ImmutableArray<string?> backends, Judgement? smallest)
        {
            if (LeftRange is not { } first)
                return null;
            Judgement shown = smallest is not null && RemarksOf(smallest, backend).LeftRange is not null ? smallest : first.Judgement;
            return new(backends[backend]!, overflows, underflows,
                new(first.Index, CaseReports.Of(shown, RemarksOf(shown, backend).LeftRange, backends[backend]!, backends)));
        }

        public RemarkTally? Digits(int backend, ImmutableArray<string?> backends) => worstLoss is not { } w ? null
            : new(backends[backend]!, digitsLost, keptByOther, new(w.Index,
                CaseReports.Of(w.Judgement, RemarksOf(w.Judgement, backend).WorstLoss, backends[backend]!, backends) with { Ulps = w.Ulps }));

        static Finding? Worst(Judgement judgement, int backend) => backend == 0 ? judgement.FirstWorst : judgement.SecondWorst;

        static double UlpsOf(Finding finding, int backend) => backend == 0 ? finding.FirstUlps : finding.SecondUlps;
    }
}
