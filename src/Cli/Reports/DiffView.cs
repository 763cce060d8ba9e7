using System.Text.Json.Nodes;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Reports;

/// <summary>Writes what differs between two reports.</summary>
static class DiffView
{
    const int Shown = 40;

    /// <summary>Holds a report against an earlier one.</summary>
    /// <returns>The exit code: a disagreement where something is worse.</returns>
    public static int Against(Report earlier, Report later, bool json, Terminal terminal)
    {
        ReportDiff diff = ReportDiff.Of(earlier, later);
        if (!json)
        {
            terminal.WriteLine();
            Write(diff with { Changes = [.. diff.Changes.Where(change => change.Direction == Direction.Worse)] }, all: false, terminal,
                "Nothing is worse than in the baseline.");
        }
        return !later.Complete ? Interruption.Code : diff.IsWorse ? ExitCode.Disagreement : ExitCode.Done;
    }

    /// <summary>Writes a difference as text.</summary>
    public static void Write(ReportDiff diff, bool all, Terminal terminal, string nothing)
    {
        foreach (Change change in diff.Setting)
            terminal.WriteWrapped($"{change.Where}: {change.What}");
        if (!diff.SameCases)
            terminal.WriteWrapped("The cases are not the same, so that only what is unexplained is compared.");
        if (diff.Changes.IsEmpty)
            terminal.WriteWrapped(nothing);
        foreach (IGrouping<Direction, Change> direction in diff.Changes.GroupBy(change => change.Direction))
        {
            terminal.WriteLine();
            terminal.WriteLine($"{Title(direction.Key)}, {TerminalNumber.Count(direction.Count(), "change")}:");
            foreach (Change change in direction.Take(all ? int.MaxValue : Shown))
                terminal.WriteWrapped($"  {change.Where}: {change.What}");
            if (!all && direction.Count() > Shown)
                terminal.WriteLine($"  and {direction.Count() - Shown} more; --all shows them.");
        }
    }

    /// <summary>A difference as Markdown.</summary>
    public static string AsMarkdown(ReportDiff diff, string nothing) =>
        (diff.Setting.IsEmpty ? "" : Table(["setting", "change"], diff.Setting))
        + (diff.SameCases ? "" : "The cases are not the same, so that only what is unexplained is compared.\n\n")
        + (diff.Changes.IsEmpty ? $"{nothing}\n" : "")
        + string.Concat(diff.Changes.GroupBy(change => change.Direction).Select(direction =>
            $"## {Title(direction.Key)}\n\n{Table(["where", "what"], direction)}"));

    /// <summary>A difference as JSON.</summary>
    public static string Json(ReportDiff diff) => new JsonObject
    {
        ["sameCases"] = diff.SameCases,
        ["worse"] = diff.IsWorse,
        ["setting"] = Items(diff.Setting),
        ["changes"] = Items(diff.Changes),
    }.ToJsonString() + "\n";

    static JsonArray Items(IEnumerable<Change> changes) => [.. changes.Select(change => new JsonObject
    {
        ["where"] = change.Where,
        ["direction"] = $"{change.Direction}".ToLowerInvariant(),
        ["what"] = change.What,
    })];

    static string Title(Direction direction) => direction switch
    {
        Direction.Worse => "Worse",
        Direction.Better => "Better",
        _ => "Moved",
    };

    static string Table(string[] header, IEnumerable<Change> changes) =>
        Markdown.Table(header, 2, changes.Select(change => (string[])[Markdown.Cell(change.Where), Markdown.Cell(change.What)]));
}
