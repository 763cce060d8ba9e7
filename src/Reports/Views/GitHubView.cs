using ParityNet.Reports.Rendering.Sections;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders the outcome of a report as commands of a GitHub workflow, which show as annotations of the run.</summary>
/// <remarks><see href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</see>.</remarks>
public static class GitHubView
{
    // GitHub shows as many of a kind for a step.
    const int Most = 10;

    /// <summary>Renders a report: an error for everything unexplained, a warning for every op worth a look, and the claim as a notice.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Lines, each with one command.</returns>
    public static string Annotations(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Attention[] remarked = [.. Attention.Of(report).Where(a => !a.IsTrouble)];
        return string.Concat(
        [
            .. Limited("error", [.. Errors(report)]),
            .. Limited("warning", [.. remarked.Select(a => ($"{a.Op.Op} {a.Op.ElementType}", string.Join("; ", a.Reasons)))]),
            Command("notice", "ParityNet", report.Summary.Claim),
        ]);
    }

    static IEnumerable<(string Title, string Message)> Errors(Report report)
    {
        foreach (OpReport op in report.Ops)
            foreach (CaseReport shown in op.Disagreements)
                yield return ($"{op.Op} {op.ElementType}", $"{CasePart.Heading(shown)}\n{shown.Replay}");
        foreach (LawReport law in TroubleSection.Broken(report))
            yield return ($"{law.Op} {law.ElementType} on {law.Backend}", $"Broken in {law.Broken} of {law.Cases}: {law.Name}\n{law.CounterExample}");
        foreach (KnownDifferenceReport known in report.KnownDifferences.Where(known => known.StillDiffers == false))
            yield return (known.Id, KnownSection.Pinned(known));
        foreach (TextbookRow row in report.Textbook.Rows.Where(row => !row.Agrees))
            yield return ($"textbook, row {row.Row}", $"{row.What}: expected {row.Expected}");
    }

    // The last one counts what GitHub would leave out without a word.
    static IEnumerable<string> Limited(string kind, (string Title, string Message)[] all) => all.Length <= Most
        ? all.Select(one => Command(kind, one.Title, one.Message))
        : all.Take(Most - 1).Select(one => Command(kind, one.Title, one.Message))
            .Append(Command(kind, "ParityNet", $"{all.Length - Most + 1} more; the report has them."));

    static string Command(string kind, string title, string message) => $"::{kind} title={Property(title)}::{Data(message)}\n";

    static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
