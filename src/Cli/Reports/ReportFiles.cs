using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Reports;

/// <summary>The files of a report.</summary>
static class ReportFiles
{
    /// <summary>The name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Report report) =>
    [
        ("report.json", ReportJson.Write(report)),
        ("report.md", MarkdownView.Render(report)),
        ("report.html", HtmlView.Render(report)),
    ];
}
