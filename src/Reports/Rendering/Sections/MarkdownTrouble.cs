using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Unexplained disagreements in Markdown.</summary>
static class MarkdownTrouble
{
    const int Cases = 3, Laws = 10, LongestText = 1500;

    public static string Of(Report report)
    {
        if (!TroubleSection.Has(report))
            return "";
        (OpReport Op, CaseReport Case)[] cases = [.. report.Ops.SelectMany(op => op.Disagreements, (op, shown) => (op, shown))];
        LawReport[] laws = [.. TroubleSection.Broken(report)];
        return "## Disagreements without an explanation\n\n"
            + string.Concat(report.Ops.SelectMany(op => op.Explanations ?? [], Explained))
            + string.Concat(cases.Take(Cases).Select(one => One(one.Op, one.Case)))
            + More(cases.Length - Cases, "case")
            + string.Concat(laws.Take(Laws).Select(law =>
                $"- {Code(law.Op)}, {law.ElementType}, {Cell(law.Backend)}: “{Cell(law.Name)}” is broken in {NumberText.Count(law.Broken)} of "
                + $"{NumberText.Count(law.Cases, "case")}{(law.CounterExample is { } example ? $", for example {Code(Short(example))}" : "")}.\n"))
            + (laws.Length > 0 ? "\n" : "") + More(laws.Length - Laws, "law");
    }

    static string Explained(OpReport op, ExplanationReport explained) =>
        $"{Code(op.Op)}, {op.ElementType}: what {Cell(explained.Backend)} does: {Cell(explained.Sentence)}\n\n";

    static string One(OpReport op, CaseReport shown) =>
        $"{Code(op.Op)}, {op.ElementType}: {Cell(CasePart.Heading(shown))} of {Code(Short(shown.Spec))}\n\n{Numbers(shown)}"
        + (shown.Replay.Length <= LongestText ? Block("sh", shown.Replay) : "report.json has the command that reruns it, which is long.\n\n");

    static string Numbers(CaseReport shown) => shown.Computed.Length == 0 ? "" : Table(["", "decimal", "hexadecimal"], 3,
        shown.Computed.AddRange(shown.Expected with { Of = "best value known" }, shown.Low with { Of = "enclosure from" },
            shown.High with { Of = "to" })
            .Select(n => (string[])[Cell(n.Of), Code(n.Decimal), Code(n.Hex)]));

    static string More(int count, string noun) => count <= 0 ? "" : $"{NumberText.Count(count, $"more {noun}")}: report.html has all.\n\n";

    static string Short(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]} …";
}
