using ParityNet.Parity.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>The files of a report.</summary>
static class ReportFiles
{
    /// <summary>Name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Report report)
    {
        yield return ("report.json", ReportJson.Write(report));
    }
}
