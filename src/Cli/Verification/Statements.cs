using System.Text.RegularExpressions;
using ParityNet.Reports;

namespace ParityNet.Cli.Verification;

/// <summary>Verifies what a report says of itself.</summary>
static partial class Statements
{
    /// <summary>Whether the text is the canonical form, the totals are those of the ops, and the hash is the one that is stated.</summary>
    /// <param name="report">The report.</param>
    /// <param name="text">The text that it was read from.</param>
    /// <param name="stated">The hash that it must have; null where none is known.</param>
    public static IEnumerable<Check> Of(Report report, string text, string? stated)
    {
        yield return new("the form", text == ReportJson.Write(report) ? null
            : "the file must be as ParityNet writes it: expected the canonical form, got fields, numbers or spaces that differ from it");
        ReportSummary sum = ReportSummary.Of(report);
        yield return new("the totals", sum == report.Summary ? null
            : $"the summary must be that of the ops and laws: expected “{sum.Claim}” of {sum.Elements} elements with {sum.Unexplained} unexplained, "
                + $"got “{report.Summary.Claim}” of {report.Summary.Elements} with {report.Summary.Unexplained}");
        string hash = ReportJson.Hash(report);
        yield return new($"SHA-256 {hash}{(stated is null ? ", with nothing to compare it with" : "")}", stated is null || stated == hash ? null
            : $"the hash must be the one that is stated: expected {stated}, got {hash}");
    }

    /// <summary>The hash that the Markdown view beside a report states; null where there is none.</summary>
    public static string? HashBeside(string file)
    {
        string view = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "report.md");
        return File.Exists(view) && Hash().Match(File.ReadAllText(view)) is { Success: true } found ? found.Groups[1].Value : null;
    }

    [GeneratedRegex("SHA-256 of the canonical report.json: `([0-9a-f]{64})`")]
    private static partial Regex Hash();
}
