using System.Text;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Rendering.Sections;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as GitHub Markdown.</summary>
public static class MarkdownView
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new ReportPage(report, withCharts: false);
        var text = new StringBuilder();
        text.Append($"# {Cell(page.Title)}\n\n{Cell(report.Summary.Claim)}\n\n");
        text.Append($"**{HeadSection.Mark(report)} {HeadSection.Status(report)}**\n\n");
        if (!report.Complete)
            text.Append("> The run was ended early. Everything here holds for the cases that ran.\n\n");
        text.Append(MarkdownSummary.Of(page));
        text.Append(MarkdownTrouble.Of(page));
        text.Append(MarkdownSummary.Environment(page));
        text.Append(MarkdownResults.Of(page));
        text.Append(MarkdownRange.Of(report));
        text.Append(Trajectories(page));
        text.Append(Known(report));
        text.Append(Audit(report));
        text.Append(Laws(report));
        text.Append(Textbook(page));
        text.Append($"---\n\nSHA-256 of the canonical report.json: `{ReportJson.Hash(report)}`\n");
        return text.ToString();
    }

    static string Trajectories(ReportPage page)
    {
        if (page.Report.Trajectories.Length == 0)
            return "";
        return $"## Trajectories\n\nρ is the distance of the backends over the distance of {Cell(page.Second)} from itself when its weights start " +
            $"one ULP away; correct code stays near or below 1.\n\n"
            + Table(["run", "type", "optimizer", "starts", "twins", "largest ρ to step 100", "growth exponent", "losses part at step"], 3,
                page.Report.Trajectories.Select(t => (string[])
                [
                    Cell(t.Name), t.ElementType, Code(t.Optimizer), NumberText.Count(t.Seeds), NumberText.Count(t.Twins), NumberText.Real(t.MaxRho),
                        NumberText.Real(t.GrowthExponent),
                    t.PartsAt is { } step ? NumberText.Count(step) : "never",
                ]))
            + string.Concat(page.Report.Trajectories.Select(t =>
            {
                ChartTable steps = TrajectoryPlot.Table(t, page.First, page.Second);
                return Folded($"{t.Name}, {t.ElementType}, step by step", Table(steps.Header, 0, steps.Rows.Select(r => (string[])[.. r])));
            }));
    }

    static string Known(Report report) => report.KnownDifferences.Length == 0 ? "" : "## Known differences\n\n"
        + string.Concat(report.KnownDifferences.Select(k =>
            $"- **{Cell(k.Op)} on {Cell(k.Backend)}, {Cell(k.Condition)}.** {Cell(k.Reason)} " +
                $"{(k.Link.StartsWith("https://", StringComparison.Ordinal) ? $"<{k.Link}>" : Cell(k.Link))} "
            + $"{NumberText.Count(k.Elements, "element")} of this run. {KnownSection.Pinned(k)} {Cell(KnownSection.Seen(k))}\n")) + "\n";

    static string Audit(Report report) => report.Audit is { } audit ? $"## {Cell(audit.Library)} on trial\n\n{Cell(audit.Told())}\n\n" : "";

    static string Laws(Report report) =>
        report.Laws.Length == 0 ? "" : "## Laws\n\nExact means to the bit; bounded means within what rounding can do.\n\n"
        + Table(["law", "kind", "ops", "backends", "cases", "broken", "known"], 4, LawsSection.Grouped(report).Select(l => (string[])
            [Cell(l.Name), l.Kind, Cell(l.Ops), Cell(l.Backends), NumberText.Count(l.Cases), NumberText.Count(l.Broken), NumberText.Count(l.Known)]))
        + string.Concat(LawsSection.Explained(report).Select(e => $"- **{Cell(e.Law)}** on {Cell(e.Backend)}, {Cell(e.Ops)}: {Cell(e.Reason)}\n"))
            + "\n";

    static string Textbook(ReportPage page) => page.Report.Textbook.Rows.Length == 0 ? "" : "## Textbook\n\n"
        + Table(["row", "what", "printed", .. page.Backends, "agrees"], 2, page.Report.Textbook.Rows.Select(r => (string[])
            [NumberText.Count(r.Row), Cell(r.What), Cell(r.Expected), .. page.Backends.Select(b => TextbookSection.Number(r, b)),
                r.Agrees ? TextbookSection.Agrees(r) : "**no**"]));
}
