using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Totals and environment in Markdown.</summary>
static class MarkdownSummary
{
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

    public static string Environment(ReportPage page)
    {
        Report report = page.Report;
        IEnumerable<(string Name, string Text)> facts =
            [.. EnvironmentSection.Facts(report), .. report.Environment.Backends.Select(b => (b.Name, EnvironmentSection.Backend(b)))];
        return "## Environment\n\n" + Table(["what", "which"], 2, facts.Select(f => (string[])[Cell(f.Name), Cell(f.Text)]))
            + "This command repeats the run:\n\n" + Block("sh", report.Setup.Command)
            + (report.Skipped.Length == 0 ? ""
                : "What did not run:\n\n" + string.Concat(report.Skipped.Select(s => $"- **{Cell(s.What)}**: {Cell(s.Reason)}\n")) + "\n");
    }
}
