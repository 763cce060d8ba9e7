using System.Collections.Immutable;
using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Commands;

/// <summary><c>merge</c>: puts the parts of a run together.</summary>
static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var given = new Argument<string[]>("part")
        {
            Description = "The parts, part-i-of-n.json, or the folder that holds them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var delivery = new DeliveryOptions();
        Option<bool> mixed = Values.Flag("--mixed",
            "Take parts that machines of different capabilities made, and write a column for each: mixed.md, mixed.csv, column-A.json and so on.");
        Option<bool> json = Values.Flag("--json", "Write JSON instead of the summary.");
        var command = new Command("merge", "Puts the parts of a run together to the report that a run in one part would have given.")
        {
            given, json, mixed,
        };
        delivery.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<ReportPart> parts = PartFiles.Read(parsed.GetRequiredValue(given));
            if (parsed.GetValue(mixed))
                return Mixed(parts, delivery.Folder(parsed), terminal);
            if (ReportParts.Obstacle(parts) is { } obstacle)
                throw new UsageException(obstacle);
            Report report = ReportParts.Merged(parts);
            using Delivery output = delivery.Open(parsed, parsed.GetValue(json), terminal);
            output.Write(report);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }

    static int Mixed(IReadOnlyList<ReportPart> parts, string folder, Terminal terminal)
    {
        if (MixedParts.Obstacle(parts) is { } obstacle)
            throw new UsageException(obstacle);
        using var output = new OutputFolder(folder);
        ImmutableArray<MixedColumn> columns = MixedParts.Columns(parts);
        string text = MixedView.Markdown(columns);
        output.Write("mixed.md", text);
        output.Write("mixed.csv", MixedView.Csv(columns));
        foreach (MixedColumn column in columns)
            output.Write($"column-{column.Name}.json", ReportJson.Write(column.Report));
        terminal.Output.Write(text);
        terminal.WriteLine();
        foreach (string file in output.Finish())
            terminal.WriteWrapped($"Wrote {file}.");
        return columns.All(column => column.Report.Summary.Agrees) ? ExitCode.Done : ExitCode.Disagreement;
    }
}
