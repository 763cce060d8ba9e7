using System.Globalization;
using System.Text.Encodings.Web;
using ParityNet.Reports.Rendering.Latex;
using ParityNet.Reports.Rendering.Sections;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders what one needs to cite a report: a BibTeX entry and a <c>CITATION.cff</c>.</summary>
/// <remarks>Both name the report by the SHA-256 of its canonical form, so that a reader can tell whether it is the one.</remarks>
public static class CitationView
{
    const string Author = "ParityNet contributors";

    /// <summary>The BibTeX entry.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string BibTeX(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string hash = ReportJson.Hash(report);
        (string Name, string Value)[] fields =
        [
            ("title", $"{{{LatexText.Of(Title(report))}}}"),
            ("author", $"{{{Author}}}"),
            .. report.Times is { } times ? [("year", times.Started.Year.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
            ("howpublished", LatexText.Of($"ParityNet {Version(report)}, {Backends(report)}")),
            ("note", $"{LatexText.Of($"seed {report.Setup.Seed}, {NumberText.Count(report.Summary.Cases, "case")}, SHA-256")} \\texttt{{{hash}}}"),
        ];
        return $"@misc{{paritynet-{hash[..12]},\n{string.Concat(fields.Select(field => $"  {field.Name} = {{{field.Value}}},\n"))}}}\n";
    }

    /// <summary>The citation file, in the Citation File Format 1.2.0.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Cff(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string released = report.Times is { } times ? $"date-released: {times.Started.UtcDateTime:yyyy-MM-dd}\n" : "";
        return $"""
            cff-version: 1.2.0
            message: Please cite this report by its SHA-256.
            type: dataset
            title: {Text(Title(report))}
            authors:
              - name: {Text(Author)}
            version: {Text(Version(report))}
            {released}abstract: {Text(report.Summary.Claim)}
            identifiers:
              - type: other
                value: {Text($"sha256:{ReportJson.Hash(report)}")}
                description: SHA-256 of the canonical report.json
            keywords:
              - machine learning
              - floating-point arithmetic
              - numerical reproducibility
            references:
            {string.Concat(report.Environment.Backends.Select(Reference))}
            """;
    }

    static string Title(Report report) => $"{new ReportPage(report, withCharts: false).Title}: a ParityNet report";

    static string Version(Report report) => report.Environment.ParityNet.Split('+')[0];

    static string Version(BackendInfo backend) => backend.Version.Split('+')[0];

    static string Backends(Report report) =>
        string.Join(" and ", report.Environment.Backends.Select(b => $"{b.Name} {Version(b)}".Trim()));

    static string Reference(BackendInfo backend) => $"""
          - type: software
            title: {Text(backend.Name)}
            authors:
              - name: {Text($"{backend.Name} contributors")}
            version: {Text(Version(backend))}

        """;

    // A JSON string is a YAML string.
    static string Text(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
