using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Intermediate overflow and lost digits in Markdown.</summary>
static class MarkdownRange
{
    public static string Of(Report report) => Range(report) + Digits(report);

    static string Range(Report report) =>
        !RangeSection.Range(report).Any() ? "" : $"## Overflow and underflow on the way\n\n{Cell(RangeSection.RangeText)}\n\n"
        + Table(["op", "type", "backend", "overflows", "underflows", "smallest input: where", "computed", "best value known"], 3,
            RangeSection.Range(report).Select(r => (string[])
            [
                Code(r.Op.Op), r.Op.ElementType, Cell(r.Of.Backend), NumberText.Count(r.Of.Overflows), NumberText.Count(r.Of.Underflows),
                Code(CasePart.Position(r.Of.Smallest)), Code(Own(r.Of.Smallest, r.Of.Backend)), Code(r.Of.Smallest.Expected.Decimal),
            ]))
        + Folded("How to replay them",
            string.Concat(RangeSection.Range(report)
            .Select(r =>
            $"{Cell(r.Op.Op)}, {r.Op.ElementType}, {Cell(r.Of.Backend)}\n\n{MarkdownResults.Command(r.Of.Smallest.Replay, "smallest.replay")}")));

    static string Digits(Report report) => !RangeSection.Digits(report).Any() ? "" : $"## Digits lost\n\n{Cell(RangeSection.DigitsText)}\n\n"
        + Table(["op", "type", "backend", "elements", "worst, ULP", "who keeps them", "worst: where", "computed", "best value known"], 3,
            RangeSection.Digits(report).Select(d => (string[])
            [
                Code(d.Op.Op), d.Op.ElementType, Cell(d.Of.Backend), NumberText.Count(d.Of.Elements), NumberText.Ulps(d.Of.Worst.Ulps),
                    Cell(RangeSection.Kept(report, d.Of)),
                Code(CasePart.Position(d.Of.Worst)), Code(Own(d.Of.Worst, d.Of.Backend)), Code(d.Of.Worst.Expected.Decimal),
            ]));

    static string Own(CaseReport shown, string backend) => shown.Computed.FirstOrDefault(n => n.Of == backend)?.Decimal ?? "";
}
