using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Totals and environment in Markdown.</summary>
static class MarkdownSummary
{
    const int SkipsShown = 10;

    public static string Of(ReportPage page)
    {
        ReportSummary sum = page.Report.Summary;
        VerdictCounts v = sum.Verdicts;
        (string Name, long Count)[] verdicts =
        [
            ("same bits, inside", v.Identical), ("different bits, both inside", v.BothInside), ("inside", v.Inside),
            ("known difference", v.KnownDifference), ("overflows on the way", v.OverflowsOnTheWay), ("underflows on the way", v.UnderflowsOnTheWay),
            ("weak evidence", v.Weak), .. page.Backends.Select(b => ($"{b} outside", page.OutsideOn(b))), ("both outside", v.BothOutside),
        ];
        return $"{NumberText.Count(sum.Cases, "case")}, {NumberText.Count(sum.Elements, "element")}, {NumberText.Count(sum.LawsHeld)} of " +
            $"{NumberText.Count(sum.Laws(), "law")} hold{(sum.LawsKnown == 0 ? "" : $", {NumberText.Count(sum.LawsKnown)} known to break")}.\n\n"
            + (v.Total() == 0 ? "" : Table(["verdict", "elements", "%"], 1, verdicts.Where(p => p.Count > 0).Select(p => (string[])
                [Cell(p.Name), NumberText.Count(p.Count), NumberText.Share(p.Count, v.Total())])));
    }

    /// <summary>One row per kind of op.</summary>
    public static string Kinds(Report report) => report.Ops.Length == 0 ? "" :
        Table(["kind", "ops", "cases", "elements", "inside", "known", "range", "weak", "outside"], 1, KindTotal.Of(report).Select(k => (string[])
        [
            Cell(k.Kind), NumberText.Count(k.Ops), NumberText.Count(k.Cases), NumberText.Count(k.Verdicts.Total()),
            NumberText.Count(k.Verdicts.AllInside()), NumberText.Count(k.Verdicts.KnownDifference), NumberText.Count(k.Verdicts.LeftRange()),
            NumberText.Count(k.Verdicts.Weak), NumberText.Count(k.Outside),
        ]));

    public static string Environment(ReportPage page)
    {
        Report report = page.Report;
        IEnumerable<(string Name, string Text)> facts =
            [.. EnvironmentSection.Facts(report), .. report.Environment.Backends.Select(b => (b.Name, EnvironmentSection.Backend(b)))];
        return "## Environment\n\n" + Table(["what", "which"], 2, facts.Select(f => (string[])[Cell(f.Name), Cell(f.Text)]))
            + (report.Skipped.Length == 0 ? ""
                : "What did not run:\n\n" + string.Concat(report.Skipped.Take(SkipsShown).Select(s => $"- **{Cell(s.What)}**: {Cell(s.Reason)}\n"))
                    + (report.Skipped.Length > SkipsShown ? $"- {NumberText.Count(report.Skipped.Length - SkipsShown)} more in report.html\n" : "")
                    + "\n");
    }
}
