using System.Text;
using ParityNet.Reports.Rendering.Sections;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as GitHub Markdown to be pasted: at most 200 lines, whatever the report holds.</summary>
public static class MarkdownView
{
    const int RunsShown = 8, LongestCommand = 2000;

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new ReportPage(report, withCharts: false);
        var text = new StringBuilder();
        text.Append($"# {Cell(page.Title)}\n\n{Cell(report.Summary.Claim)}\n\n");
        text.Append($"**{HeadSection.Mark(report)} {Cell(HeadSection.Status(report))}**\n\n");
        if (!report.Complete)
            text.Append("> The run was ended early. Everything here holds for the cases that ran.\n\n");
        text.Append(MarkdownSummary.Of(page));
        text.Append(MarkdownSummary.Kinds(report));
        text.Append(MarkdownTrouble.Of(report));
        text.Append(MarkdownAttention.Of(report));
        text.Append(Known(report));
        text.Append(Trajectories(page));
        text.Append(MarkdownSummary.Environment(page));
        text.Append(Method(report));
        text.Append($"SHA-256 of the canonical report.json: `{ReportJson.Hash(report)}`\n");
        return text.ToString();
    }

    static string Trajectories(ReportPage page) => page.Report.Trajectories.Length == 0 ? "" : "## Trajectories\n\n"
        + $"ρ is the distance of the backends over the distance of {Cell(page.Second)} from itself when its weights start one ULP away; correct "
        + "code stays near or below 1.\n\n"
        + Table(["run", "type", "starts", "twins", "largest ρ to step 100", "losses part at step"], 2,
            page.Report.Trajectories.Take(RunsShown).Select(t => (string[])
            [
                Cell(t.Name), t.ElementType, NumberText.Count(t.Seeds), NumberText.Count(t.Twins), NumberText.Real(t.MaxRho),
                t.PartsAt is { } step ? NumberText.Count(step) : "never",
            ]));

    static string Known(Report report)
    {
        KnownDifferenceReport[] met = [.. report.KnownDifferences.Where(known => known.Elements > 0)];
        return report.KnownDifferences.Length == 0 ? "" : "## Known differences\n\n"
            + (met.Length == 0 ? "" : "Met, with the number of elements: " +
                $"{string.Join(", ", met.Select(k => $"{Code(k.Id)} {NumberText.Count(k.Elements)}"))}. ")
            + $"{NumberText.Count(report.KnownDifferences.Length - met.Length)} more on record were not met. Reasons and pinned cases are in "
            + "report.html.\n\n"
            + (report.Audit is { } audit ? $"{Cell(audit.Told())}\n\n" : "");
    }

    static string Method(Report report) => $"## Method\n\n{Cell(MethodText.Short)}\n\n"
        + $"Seed {report.Setup.Seed}, generator {report.Setup.Generator}. This command repeats the run:\n\n"
        + Block("sh", Short(report.Setup.Command));

    // A list of every op would be longer than the rest.
    static string Short(string command) => command.Length <= LongestCommand ? command : $"{command[..LongestCommand]} …";
}
