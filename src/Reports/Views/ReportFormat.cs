using System.Collections.Immutable;

namespace ParityNet.Reports.Rendering;

/// <summary>A view of a report, by the name that <c>--formats</c> takes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Files">The names of its files and how each is rendered.</param>
public sealed record ReportFormat(string Name, string Description, ImmutableArray<ReportFile> Files)
{
    /// <summary>Every format; the canonical <c>report.json</c> first, of which the others are views.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("json", "the whole report, canonical", [new("report.json", ReportJson.Write)]),
        new("html", "a page with charts, self-contained", [new("report.html", HtmlView.Render)]),
        new("md", "Markdown to paste, at most 200 lines", [new("report.md", MarkdownView.Render)]),
        new("tex", "LaTeX, an appendix and a document around it",
            [new("report.tex", report => LatexView.Document(report, "appendix")), new("appendix.tex", LatexView.Appendix)]),
        new("csv", "tables of ops, laws and worst cases",
            [new("ops.csv", CsvView.Ops), new("laws.csv", CsvView.Laws), new("worst.csv", CsvView.WorstCases)]),
        new("junit", "JUnit XML for build servers", [new("junit.xml", JUnitView.Render)]),
        new("badge", "JSON for a badge of Shields", [new("badge.json", BadgeView.Render)]),
        new("cite", "BibTeX and CITATION.cff", [new("report.bib", CitationView.BibTeX), new("CITATION.cff", CitationView.Cff)]),
    ];
}

/// <summary>A file of a view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Render">Renders it.</param>
public sealed record ReportFile(string Name, Func<Report, string> Render);
