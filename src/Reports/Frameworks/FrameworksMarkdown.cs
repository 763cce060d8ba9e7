using System.Globalization;
using System.Text;
using ParityNet.Parity;
using ParityNet.Parity.Proving;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Frameworks;

/// <summary>Renders the comparison of frameworks as Markdown: the table, what differs with its smallest case, and the witnesses of each op.</summary>
static class FrameworksMarkdown
{
    /// <summary>The name of the page.</summary>
    public const string Page = "frameworks.md";

    /// <summary>Renders the page.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="date">The day on which it was made.</param>
    public static string Render(FrameworkReport report, DateOnly date)
    {
        var text = new StringBuilder();
        text.Append("# Other frameworks beside the definitions\n\n")
            .Append(CultureInfo.InvariantCulture, $"Written on {date:yyyy-MM-dd} by `./paritynet frameworks`; do not edit. ")
            .Append(CultureInfo.InvariantCulture, $"Every op that a framework has was proved as `prove --worker` does, on {report.Cases} generated ")
            .Append(CultureInfo.InvariantCulture, $"cases an element type (seed {report.Seed}), adversarial ones among them: ")
            .Append("each value, gradient and slot of state inside the bounds of the definition. ")
            .Append("[workers.md](workers.md) says how a framework is asked.\n\n");
        text.Append(Table(["framework", "version", "what is called"], 3, report.Frameworks.Select(one => (string[])
            [one.Framework.Name, one.Absent is null ? Cell(one.Version) : "not there", Cell(one.Absent ?? one.Framework.What)])));
        Legend(text);
        foreach (IGrouping<OpKind, OpEntry> kind in Catalog.All.GroupBy(entry => entry.Kind))
            text.Append(CultureInfo.InvariantCulture, $"## {Title(kind.Key)}\n\n").Append(Table(
                ["op", .. report.Frameworks.Select(one => one.Framework.Name), "witnesses"], report.Frameworks.Length + 2,
                kind.Select(op => Row(report, op))));
        Alone(text, report);
        foreach (ComparedFramework one in report.Frameworks.Where(one => one.Results.Any(result => result.Verdict != FrameworkVerdict.Same)))
            Differences(text, one);
        return text.ToString();
    }

    static string[] Row(FrameworkReport report, OpEntry op)
    {
        string witnesses = string.Join(", ", report.Witnesses(op));
        return [Code(op.Name), .. report.Frameworks.Select(one => CellOf(one, op)), witnesses.Length > 0 ? witnesses : "none"];
    }

    static void Legend(StringBuilder text) => text.Append(Table(["in the tables", "means"], 2, (string[][])
    [
        [Word(FrameworkVerdict.Same), "every element is inside its bounds"],
        [Word(FrameworkVerdict.SpecialInputs), "the same, but for NaN, infinities, or numbers whose squares leave the range"],
        [Word(FrameworkVerdict.Refuses), "the same where it answers; it refuses cases that the definition has"],
        [Word(FrameworkVerdict.DigitsLost), "the same function; answers outside their bounds are right to half of their digits"],
        [Word(FrameworkVerdict.Dialect), "another function, which the diagnosis names; another value of an option or default, or a known mistake"],
        [Word(FrameworkVerdict.Wrong), "another function, without a name"],
        [Word(FrameworkVerdict.Skipped), "the framework has no case that could be judged, with its reason below"],
        ["–", "the framework has no such op"],
    ])).Append("Where the two element types differ, float stands first. A *witness* is a source that we did not write and that agrees with our ")
        .Append("definition (in the first four ways above): libtorch, PyTorch and TorchSharp count as one, and so do both APIs of TensorFlow.js; ")
        .Append("where the value agrees everywhere and a gradient does not, as at a kink, it is one of the value, as ONNX Runtime always is; ")
        .Append("published numbers are those of ")
        .Append("[the textbook](reports.md) and the minima of [published problems](minimizers-proof.md).\n\n");

    static void Alone(StringBuilder text, FrameworkReport report)
    {
        ILookup<int, OpEntry> byCount = Catalog.All.ToLookup(op => Math.Min(2, report.Witnesses(op).Length));
        text.Append("## Ops with one witness or none\n\n")
            .Append(CultureInfo.InvariantCulture, $"Of {Catalog.All.Length} ops {byCount[2].Count()} have two witnesses or more, ")
            .Append(CultureInfo.InvariantCulture, $"{byCount[1].Count()} have one and {byCount[0].Count()} have none. ")
            .Append("Where nobody else speaks, an error made alike in a definition and in its kernel would go unnoticed but for the laws.\n\n")
            .Append("- One: ").AppendJoin(", ", byCount[1].Select(op => $"{Code(op.Name)} ({report.Witnesses(op)[0]})")).Append(".\n")
            .Append("- None: ").AppendJoin(", ", byCount[0].Select(op => Code(op.Name))).Append(".\n\n");
    }

    static void Differences(StringBuilder text, ComparedFramework one)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {one.Framework.Name} {Cell(one.Version)}\n\n");
        foreach (FrameworkResult result in one.Results.Where(result => result.Verdict != FrameworkVerdict.Same))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{Code(result.Op.Name)}**, {result.ElementType}: {Word(result.Verdict)}");
            if (result.Said.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $". {Cell(result.Said.TrimEnd('.'))}");
            OutputCount[] wrong = [.. result.Proof?.Outputs.Where(output => output.Wrong > 0) ?? []];
            if (wrong.Length > 0)
                text.Append(". Wrong: ").AppendJoin(", ", wrong.Select(output => string.Create(CultureInfo.InvariantCulture,
                    $"{Code(output.Output)} {output.Wrong:N0} of {output.All:N0}{(output.Where is { } where ? $" where {Cell(where)}" : "")}")));
            text.Append(".\n");
            if (result.Smallest() is { } smallest)
                text.Append("\n  ```text\n  ")
                    .Append(smallest.Trim().ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)).Append("\n  ```\n\n");
        }
        text.Append('\n');
    }

    static string CellOf(ComparedFramework one, OpEntry op)
    {
        string[] words = [.. one.Of(op).Select(result => Word(result.Verdict))];
        return words.Length == 0 ? "–" : string.Join(" / ", words.Distinct().Count() == 1 ? words[..1] : words);
    }

    static string Word(FrameworkVerdict verdict) => verdict switch
    {
        FrameworkVerdict.Same => "same",
        FrameworkVerdict.SpecialInputs => "same, not at the ends",
        FrameworkVerdict.Refuses => "same, refuses some",
        FrameworkVerdict.DigitsLost => "digits lost",
        FrameworkVerdict.Dialect => "**dialect**",
        FrameworkVerdict.Wrong => "**wrong**",
        _ => "skipped",
    };

    static string Title(OpKind kind) => kind switch
    {
        OpKind.Loss => "Losses",
        OpKind.LineSearch => "Line searches",
        _ => $"{kind}s",
    };
}
