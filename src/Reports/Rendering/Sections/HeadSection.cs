using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The claim, the totals, and links to the other sections.</summary>
static class HeadSection
{
    public static Html Of(ReportPage page)
    {
        Report report = page.Report;
        ReportSummary sum = report.Summary;
        string state = !sum.Agrees ? "bad" : report.Complete ? "good" : "partial";
        return Html.Of($"""
            <header>
            <p class="kicker">ParityNet {report.Environment.ParityNet.Split('+')[0]} · report, schema {report.Schema}</p>
            <h1>{page.Title}</h1>
            <p class="claim">{sum.Claim}</p>
            <p class="status {state}"><span aria-hidden="true">{Mark(report)}</span> {Status(report)}</p>
            {Html.When(!report.Complete, () =>
                Html.Of($"<p class=\"note bad\">The run was ended early. Everything here holds for the cases that ran.</p>"))}
            <dl class="tiles">
            {Tile("cases", NumberText.Count(sum.Cases))}
            {Tile("elements judged", NumberText.Count(sum.Elements))}
            {Html.When(page.Both, () => Tile("with the same bits, %", NumberText.Share(sum.Verdicts.Identical, sum.Elements)))}
            {Tile("disagreements unexplained", NumberText.Count(sum.Unexplained), sum.Unexplained > 0)}
            {Tile("explained by a known difference", NumberText.Count(sum.Verdicts.KnownDifference))}
            {Html.When(sum.Laws() > 0, () =>
                Tile($"of {NumberText.Count(sum.Laws())} laws hold", NumberText.Count(sum.LawsHeld), sum.LawsBroken > 0))}
            {Html.When(sum.LawsKnown > 0, () => Tile("known to break", NumberText.Count(sum.LawsKnown)))}
            </dl>
            {Bar(page)}
            </header>
            {Contents(report)}

            """);
    }

    /// <summary>The mark of the outcome: a tick only for a complete run.</summary>
    public static string Mark(Report report) => !report.Summary.Agrees ? "✗" : report.Complete ? "✓" : "…";

    public static string Status(Report report) => (report.Summary.Agrees, report.Complete, report.Summary.LawsHeld) switch
    {
        (false, _, _) => string.Join(' ', TroubleSection.Reasons(report)),
        (true, true, _) => $"No unexplained disagreement, and every law holds{(report.Summary.LawsKnown == 0 ? "" : " but those known to break")}.",
        (true, false, 0) => "So far no unexplained disagreement in what ran; no law ran.",
        (true, false, 1) => "So far no unexplained disagreement in what ran, and the 1 law that ran holds.",
        (true, false, var held) => $"So far no unexplained disagreement in what ran, and the {NumberText.Count(held)} laws that ran hold.",
    };

    static Html Tile(string name, string value, bool bad = false) => Html.Of(
        $"<div><dt>{name}</dt><dd{(bad ? new Html(" class=\"bad\"") : Html.None)}>{value}</dd></div>\n");

    static Html Bar(ReportPage page)
    {
        VerdictCounts v = page.Report.Summary.Verdicts;
        long total = v.Total();
        (string Name, long Count, string Colour)[] parts =
        [
            ("same bits, inside", v.Identical, "var(--v-identical)"),
            ("different bits, both inside", v.BothInside, "var(--v-inside)"),
            ("inside", v.Inside, "var(--v-identical)"),
            ("known difference", v.KnownDifference, "var(--v-known)"),
            ("overflows or underflows on the way", v.LeftRange(), "var(--v-range)"),
            ("weak evidence", v.Weak, "var(--v-weak)"),
            .. page.Backends.Select(b => ($"{b} outside", page.OutsideOn(b), Colors.Of(b, page.Backends))),
            ("both outside", v.BothOutside, "var(--v-both)"),
        ];
        return Html.When(total > 0, () => Html.Of($"""
            <div class="bar" role="img" aria-label="Verdicts on {NumberText.Count(total)} elements">{Html.Each(parts.Where(p => p.Count > 0), p =>
                Html.Of($"<i style=\"width:{NumberText.Full(Math.Round(100.0 * p.Count / total, 3))}%;background:{p.Colour}\"></i>"))}</div>
            <ul class="bar-legend">{Html.Each(parts.Where(p => p.Count > 0), p => Item(p.Name, p.Count, p.Colour))}</ul>
            """));

        Html Item(string name, long count, string colour) =>
            Html.Of($"<li style=\"--c:{colour}\">{name} <b>{NumberText.Count(count)}</b> ({NumberText.Share(count, total)} %)</li>");
    }

    static Html Contents(Report report)
    {
        (string Id, string Name, bool Present)[] parts =
        [
            ("trouble", "Disagreements", TroubleSection.Has(report)),
            ("environment", "Environment", true),
            ("results", "Results", report.Ops.Length > 0),
            ("ops", "Op by op", report.Ops.Length > 0),
            ("range", "Range and digits", RangeSection.Has(report)),
            ("trajectories", "Trajectories", report.Trajectories.Length > 0),
            ("known", "Known differences", report.KnownDifferences.Length > 0),
            ("laws", "Laws", report.Laws.Length > 0),
            ("textbook", "Textbook", report.Textbook.Rows.Length + report.Textbook.Figures.Length > 0),
            ("method", "Method", true),
        ];
        return Html.Of(
            $"<nav aria-label=\"Contents\">{Html.Each(parts.Where(p => p.Present), p => Html.Of($"<a href=\"#{p.Id}\">{p.Name}</a>"))}</nav>\n");
    }
}
