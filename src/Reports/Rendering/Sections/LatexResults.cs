using ParityNet.Reports.Rendering.Latex;
using static ParityNet.Reports.Rendering.Latex.LatexText;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Verdicts, errors and worst cases in LaTeX.</summary>
static class LatexResults
{
    /// <summary>The kinds, and the ops that a reader should look at.</summary>
    public static string Of(ReportPage page)
    {
        Report report = page.Report;
        Attention[] looked = [.. Attention.Of(report)];
        return report.Ops.Length == 0 ? "" : "\\subsection{Results}\n\n"
            + LatexTable.Of("kinds", "Verdicts on every element. Inside: in the enclosure. Known: outside, for a reason on record. "
                + "Range: outside by an overflow or underflow on the way, on a backend that computes as the formula stands. Weak: inside, on less "
                + "than 10 bits of evidence.",
                "lrrrrrrrr", ["kind", "ops", "cases", "elements", "inside", "known", "range", "weak", "outside"],
                KindTotal.Of(report).Select(k => (string[])
                [
                    Text(k.Kind), NumberText.Count(k.Ops), NumberText.Count(k.Cases), NumberText.Count(k.Verdicts.Total()),
                    NumberText.Count(k.Verdicts.AllInside()), NumberText.Count(k.Verdicts.KnownDifference), NumberText.Count(k.Verdicts.LeftRange()),
                    NumberText.Count(k.Verdicts.Weak), NumberText.Count(k.Outside),
                ]))
            + (looked.Length == 0 ? "" : LatexTable.Of("attention", "The ops that a reader should look at; none of what is here but "
                + "\\emph{outside} and \\emph{broken} is a disagreement.", @"llp{0.6\linewidth}", ["op", "type", "what"],
                looked.Select(a => (string[])
                [Code(a.Op.Op), Text(a.Op.ElementType), Text(string.Join("; ", a.Reasons))])));
    }

    /// <summary>Every op.</summary>
    public static string Ops(ReportPage page) => page.Report.Ops.Length == 0 ? "" : "\\subsection{Every op}\n\n"
        + LatexTable.Of("ops", "Every op and element type: verdicts, the largest error of each backend in ULP, and the evidence that 99 in 100 "
            + "elements of the weakest output exceed, in bits.", $"ll{new string('r', 7 + page.Backends.Count)}",
            ["op", "type", "cases", "elements", "same bits, \\%", "inside", "known", "outside",
                .. page.Backends.Select(b => $"{Text(b)}, max"), "evidence"],
            page.Report.Ops.Select(o => (string[])
            [
                Text(o.Op), Text(o.ElementType), NumberText.Count(o.Cases), NumberText.Count(o.Elements),
                Text(NumberText.Percent(o.BitsEqualPercent)), NumberText.Count(o.Verdicts.AllInside()),
                NumberText.Count(o.Verdicts.KnownDifference), NumberText.Count(o.Outside()),
                .. page.Backends.Select(b => o.Accuracy.FirstOrDefault(a => a.Backend == b) is { } a ? Text(NumberText.Ulps(a.Max)) : "---"),
                o.Evidence.MinBy(output => output.P1Bits) is { } least ? NumberText.Real(least.P1Bits) : "---",
            ]));

    /// <summary>The worst case of each backend, in hexadecimal.</summary>
    public static string Worst(Report report) => !report.Ops.Any(op => op.Worst.Length > 0) ? "" : "\\subsection{Worst cases}\n\n"
        + LatexTable.Of("worst", "The worst case of each backend, in hexadecimal. \\texttt{worst.csv} and \\texttt{report.json} have the "
            + "command that reruns each.", @"p{0.17\linewidth}llp{0.15\linewidth}llr",
            ["op", "type", "backend", "where", "computed", "best value known", "ULP"],
            from op in report.Ops
            from worst in op.Worst
            select (string[])
            [
                Code(op.Op), Text(op.ElementType), Text(worst.Backend), Code(CasePart.Position(worst)), Code(worst.Own()?.Hex ?? ""),
                Code(worst.Expected.Hex), Text(NumberText.Ulps(worst.Ulps)),
            ]);

    static string Text(string text) => LatexText.Of(text);
}
