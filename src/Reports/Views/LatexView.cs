using System.Globalization;
using System.Text;
using ParityNet.Reports.Rendering.Latex;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Rendering.Sections;
using static ParityNet.Reports.Rendering.Latex.LatexText;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as LaTeX: the appendix of a paper, with tables of booktabs and figures of pgfplots that hold their data.</summary>
public static class LatexView
{
    const string Packages = """
        \usepackage[T1]{fontenc}
        \usepackage[utf8]{inputenc}
        \usepackage{booktabs,longtable,array}
        \usepackage{pgfplots}
        \pgfplotsset{compat=1.16}
        """;

    /// <summary>A document that holds nothing but the appendix.</summary>
    /// <param name="report">The report.</param>
    /// <param name="appendix">The file of the appendix, without its ending.</param>
    /// <returns>The text of the file.</returns>
    public static string Document(Report report, string appendix)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $$$"""
            \documentclass[10pt,a4paper]{article}
            {{{Packages}}}
            \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
            \usepackage[margin=2.2cm]{geometry}
            \usepackage[hidelinks]{hyperref}
            \setlength{\emergencystretch}{3em}
            \title{{{{Of(Title(report))}}}}
            \author{}
            \date{{{{Date(report)}}}}
            \begin{document}
            \maketitle
            \appendix
            \input{{{{appendix}}}}
            \end{document}

            """;
    }

    /// <summary>The appendix, to be read into a paper with <c>\input</c>.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Appendix(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new ReportPage(report, withCharts: false);
        var text = new StringBuilder("% The preamble of the paper needs:\n");
        foreach (string line in Packages.Split('\n'))
            text.Append($"% {line.TrimEnd()}\n");
        text.Append(LatexPlot.Preamble);
        text.Append($"\\section{{{Of(Title(report))}}}\n\n{Of(report.Summary.Claim)} {Of(HeadSection.Status(report))}\n\n");
        if (!report.Complete)
            text.Append("The run was ended early. Everything here holds for the cases that ran.\n\n");
        text.Append(Setting(report));
        text.Append(LatexResults.Of(page));
        text.Append(Figures(page));
        text.Append(Known(report));
        text.Append(LatexResults.Ops(page));
        text.Append(LatexResults.Worst(report));
        return text.ToString();
    }

    static string Date(Report report) => report.Times?.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Title(Report report) => new ReportPage(report, withCharts: false).Title;

    static string Setting(Report report) => "\\subsection{Method and setting}\n\n" + Of(MethodText.Short) + "\n\n"
        + LatexTable.Of("setting", "The setting. The hash is that of the canonical \\texttt{report.json}, whose bytes are the same for the same "
            + "options on one machine.", @"lp{0.78\linewidth}", ["what", "which"],
            [
                .. EnvironmentSection.Facts(report).Select(f => (string[])[Of(f.Name), Of(f.Text)]),
                .. report.Environment.Backends.Select(b => (string[])[Of(b.Name), Of(EnvironmentSection.Backend(b))]),
                ["Command", Code(report.Setup.Command)],
                ["SHA-256", Code(ReportJson.Hash(report))],
            ]);

    static string Figures(ReportPage page)
    {
        Report report = page.Report;
        return string.Concat(report.Ops.GroupBy(op => op.ElementType).Select(type => LatexPlot.Errors(type.Key, [.. type], page.Backends)))
            + string.Concat(report.Ops.GroupBy(op => op.ElementType).Select(type =>
                LatexPlot.Histogram(type.Key, HistogramPlot.Sum(type.Select(op => op.Histogram), page.Backends))))
            + string.Concat(report.Trajectories.Index().Select(run => LatexPlot.Trajectory(run.Index + 1, run.Item, page.Backends)));
    }

    static string Known(Report report) => report.KnownDifferences.Length == 0 ? "" : "\\subsection{Known differences}\n\n"
        + LatexTable.Of("known", "Disagreements that are understood. Each has a pinned case that is asserted to still differ.",
            @"p{0.16\linewidth}p{0.16\linewidth}lp{0.5\linewidth}r", ["id", "op", "backend", "reason", "elements"],
            report.KnownDifferences.Select(k => (string[])
            [Code(k.Id), Code(k.Op), Of(k.Backend), Of(k.Reason), NumberText.Count(k.Elements)]));
}
