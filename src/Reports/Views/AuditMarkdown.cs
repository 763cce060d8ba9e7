using System.Text;
using ParityNet.Parity.Audit;
using ParityNet.References;
using ParityNet.Reports.Rendering.Plots;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders an audit as Markdown: members that agree, members that differ, and their smallest cases as code.</summary>
public static class AuditMarkdown
{
    /// <summary>Renders an audit.</summary>
    /// <param name="report">The audit.</param>
    /// <returns>The text of the file.</returns>
    public static string Render(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        int differing = report.Members.Count(member => member.Differing > 0);
        text.Append($"# {report.Library} {report.Version} on trial\n\n")
            .Append($"Written by `./paritynet audit torchsharp`; do not edit. Every member of {report.Library}'s own API that offers an op of the " +
                $"catalogue was called as its users call it, with options and, where the name ends in `()`, without, ")
            .Append($"on {report.Cases} generated cases an element type (seed {report.Seed}), and its values, gradients, states, learning rates " +
                $"and momenta were held against the enclosure of the op's definition; refusals against those of the torch backend. ")
            .Append($"What the native library itself does in another way is not {report.Library}'s and is not counted here. PyTorch's behaviour " +
                $"is that of its documentation and source, version 2.10.\n\n")
            .Append($"Of {report.Members.Length} members {report.Members.Length - differing} agree and {differing} differ. There are " +
                $"{report.Findings.Length} findings, each with a pinned case that is run again by the tests: one that a new version mends turns " +
                $"red.\n\n");
        foreach (IGrouping<FindingKind, AuditedFinding> kind in report.Findings.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key))
        {
            text.Append($"## {Title(kind.Key)}\n\n");
            foreach (AuditedFinding finding in kind)
                text.Append(Section(finding));
        }
        text.Append("## All members\n\n").Append(Table(["member", "op", "cases", "differ", "findings"], 2, report.Members.Select(member => (string[])
            [Code(member.Member), member.Op, NumberText.Count(member.Cases), NumberText.Count(member.Differing),
             member.Unexplained is null ? string.Join(", ", member.Findings.Select(id => $"[{id}](#{id})")) : "**unexplained**"])));
        AuditedMember[] named = [.. report.Members.Where(member => member.Mistake is not null)];
        if (named.Length > 0)
            text.Append("\n## What the diagnosis says\n\nThe same sentences as of `prove`, from answers alone: the findings above were written by " +
                "people. It looks at functions and optimizers whose ordinary numbers are wrong.\n\n")
                .Append(Table(["member", "what it does"], 2, named.Select(member => (string[])[Code(member.Member), Cell(member.Mistake!)])));
        foreach (AuditedMember member in report.Members.Where(member => member.Unexplained is not null))
            text.Append($"\n`{member.Member}`:\n\n```text\n{member.Unexplained}\n```\n");
        return text.ToString();
    }

    static string Section(AuditedFinding finding) =>
        $"### {finding.Id}\n\n{string.Join(", ", finding.Members.Select(Code))}; seen since {finding.Since}.\n\n- {Cell(finding.Differs)}\n- " +
            $"PyTorch: {Cell(finding.PyTorch)}\n"
        + $"- {(finding.StillDiffers ? "Gives" : "**No longer differs:** gives")} {Cell(finding.Seen)}.\n\n```csharp\n{Body(finding.Code)}\n```\n\n";

    // The body of the lambda, without indentation.
    static string Body(string code)
    {
        string[] lines = [.. code.ReplaceLineEndings("\n").Split('\n')];
        bool isBlock = lines.Length > 1 && lines[1].Trim() == "{";
        if (!isBlock)
            return string.Join("\n    ", lines.Select(line => line.Trim())).Replace("() =>\n    ", "() => ", StringComparison.Ordinal)
                .Replace("() => ", "return ", StringComparison.Ordinal) + ";";
        string[] body = lines[2..^1];
        int margin = body.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', body.Select(line => line.Length > margin ? line[margin..] : ""));
    }

    static string Title(FindingKind kind) => kind switch
    {
        FindingKind.WrongNumber => "Wrong numbers",
        FindingKind.Default => "Other defaults",
        FindingKind.Refuses => "Refused, and computed by PyTorch",
        FindingKind.Accepts => "Computed, and refused by PyTorch",
        FindingKind.Lacks => "Options that are missing",
        FindingKind.State => "States and handles",
        _ => "Process and memory",
    };
}
