using System.Collections.Immutable;
using ParityNet.Reports.Rendering.Plots;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Verdicts, accuracy and worst cases in Markdown.</summary>
static class MarkdownResults
{
    // A longer command would make the file unreadable; report.json has it in full.
    const int LongestCommand = 1500;

    public static string Of(ReportPage page)
    {
        ImmutableArray<OpReport> ops = page.Report.Ops;
        if (ops.Length == 0)
            return "";
        return "## Verdicts\n\n" + Kinds(page)
            + Table(["op", "type", "cases", "elements", "same bits, %", "inside", .. Outside(page), "known", "range", "weak"], 2,
                ops.Select(o => (string[])
                [
                    Code(o.Op), o.ElementType, NumberText.Count(o.Cases), NumberText.Count(o.Elements), NumberText.Percent(o.BitsEqualPercent),
                    NumberText.Count(o.Verdicts.Identical + o.Verdicts.BothInside + o.Verdicts.Inside), .. page.Both
                        ? (string[]) [.. page.Backends.Select(b => NumberText.Count(o.OutsideOn(b))), NumberText.Count(o.Verdicts.BothOutside)]
                        : [NumberText.Count(o.Outside())],
                    NumberText.Count(o.Verdicts.KnownDifference), NumberText.Count(o.Verdicts.LeftRange()), NumberText.Count(o.Verdicts.Weak),
                ]))
            + "## Accuracy\n\nIn ULPs at the scale of the element, against the best value known. *Width* is that of the enclosure, *used* the " +
                "largest error over half of it.\n\n"
            + Table(["op", "type", .. page.Backends.SelectMany(b => new[] { $"{b} p50", $"{b} p99", $"{b} max" }), "width p50", "width p95", "used",
                "wide, %"], 2,
                ops.Select(o => (string[])
                [
                    Code(o.Op), o.ElementType, .. page.Backends.SelectMany(b => Errors(o.Accuracy.FirstOrDefault(a => a.Backend == b))),
                    NumberText.Ulps(o.Bound.MedianWidth), NumberText.Ulps(o.Bound.P95Width), NumberText.Ulps(o.Bound.UsedFraction),
                        NumberText.Percent(o.Bound.WidePercent),
                ]))
            + "## Evidence\n\nHow much it shows that an element lies in its enclosure: log₂(scale ÷ width) bits, at the scale of the elements " +
                "that are "
            + "computed together with it; *weak* is under 10 bits.\n\n"
            + Table(["op", "type", "output", "elements", "median", "1st percentile", "weak, %"], 3,
                ops.SelectMany(o => o.Evidence, (o, e) => (string[])
                [
                    Code(o.Op), o.ElementType, Code(e.Output), NumberText.Count(e.Elements), NumberText.Real(e.MedianBits), NumberText.Real(e.P1Bits),
                    NumberText.Percent(e.WeakPercent),
                ]))
            + "## Worst cases\n\n"
            + Table(["op", "type", "backend", "where", "computed", "computed, hex", "best value known, hex", "ULP"], 7,
                ops.SelectMany(o => o.Worst, (o, c) => (string[])
                [
                    Code(o.Op), o.ElementType, Cell(c.Backend), Code(CasePart.Position(c)), Code(Own(c)?.Decimal ?? ""), Code(Own(c)?.Hex ?? ""),
                        Code(c.Expected.Hex), NumberText.Ulps(c.Ulps),
                ]))
            + string.Concat(ops.Index().Where(o => o.Item.Worst.Length > 0)
                .Select(o => Folded($"{o.Item.Op}, {o.Item.ElementType}: how to replay", string.Concat(
                o.Item.Worst.Index()
                    .Select(c => $"{Cell(CasePart.Heading(c.Item))}\n\n{Command(c.Item.Replay, $"ops[{o.Index}].worst[{c.Index}].replay")}")))));
    }

    static string Kinds(ReportPage page) =>
        Table(["kind", "ops", "cases", "elements", "inside", "known", "range", "weak", "outside"], 1,
        KindTotal.Of(page.Report).Select(k => (string[])
        [
            Cell(k.Kind), NumberText.Count(k.Ops), NumberText.Count(k.Cases), NumberText.Count(k.Verdicts.Total()),
            NumberText.Count(k.Verdicts.Identical + k.Verdicts.BothInside + k.Verdicts.Inside), NumberText.Count(k.Verdicts.KnownDifference),
            NumberText.Count(k.Verdicts.LeftRange()), NumberText.Count(k.Verdicts.Weak), NumberText.Count(k.Outside),
        ]));

    static string[] Outside(ReportPage page) => page.Both ? [.. page.Backends.Select(b => $"{b} outside"), "both outside"] : ["outside"];

    static NumberReport? Own(CaseReport shown) => shown.Computed.FirstOrDefault(n => n.Of == shown.Backend);

    static string[] Errors(AccuracyReport? a) => a is null ? ["", "", ""] : [NumberText.Ulps(a.P50), NumberText.Ulps(a.P99), NumberText.Ulps(a.Max)];

    public static string Command(string replay, string position) => replay.Length <= LongestCommand
        ? Block("sh", replay)
        : $"The command is long: `{position}` of report.json has it.\n\n";
}
