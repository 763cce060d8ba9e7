using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The ops that a reader should look at, in Markdown.</summary>
static class MarkdownAttention
{
    const int Most = 40;

    public static string Of(Report report)
    {
        // The unexplained stands first, so that it is never cut off.
        IGrouping<string, Attention>[] ops = [.. Attention.Of(report).GroupBy(a => a.Op.Op)];
        return ops.Length == 0 ? "" : "## Worth a look\n\n"
            + "Elements that leave the range on the way, lose half of their digits or have weak evidence are no disagreements.\n\n"
            + Table(["op", "what"], 2, ops.Take(Most).Select(op => (string[])
                [Code(op.Key), Cell(string.Join("; ", op.Select(a => $"{a.Op.ElementType}: {string.Join(", ", a.Reasons)}")))]))
            + (ops.Length <= Most ? "" : $"{NumberText.Count(ops.Length - Most, "more op")} of this kind: report.html and ops.csv have all.\n\n");
    }
}
