using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Unexplained disagreements in Markdown.</summary>
static class MarkdownTrouble
{
    public static string Of(ReportPage page) => !TroubleSection.Has(page.Report) ? "" : "## Disagreements without an explanation\n\n"
        + string.Concat(page.Report.Ops.SelectMany(o => o.Disagreements, (o, c) =>
            $"### {Code(o.Op)}, {o.ElementType}\n\n{Cell(CasePart.Heading(c))} of " +
                $"{Code(c.Spec)}\n\n{Numbers(c)}{Block("csharp", c.Code)}{Block("sh", c.Replay)}"))
        + string.Concat(TroubleSection.Broken(page.Report).Select(l =>
            $"### {Code(l.Op)}, {l.ElementType}, {Cell(l.Backend)}: “{Cell(l.Name)}” is broken\n\n{NumberText.Count(l.Broken)} of " +
                $"{NumberText.Count(l.Cases, "case")}.\n\n"
            + (l.CounterExample is null ? "" : Block("", l.CounterExample))));

    static string Numbers(CaseReport shown) => shown.Computed.Length == 0 ? "" : Table(["", "decimal", "hexadecimal"], 3,
        shown.Computed.AddRange(shown.Expected with { Of = "best value known" }, shown.Low with { Of = "enclosure from" },
            shown.High with { Of = "to" })
            .Select(n => (string[])[Cell(n.Of), Code(n.Decimal), Code(n.Hex)]));
}
