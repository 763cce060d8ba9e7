using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>diff</c>: says how two reports differ.</summary>
static class DiffCommand
{
    const string Same = "The reports say the same.";

    public static Command Create(Terminal terminal)
    {
        Argument<string> earlier = ReportSource.Argument("earlier", "The report.json to compare with, or its folder."),
            later = ReportSource.Argument("later", "The report.json in question, or its folder.");
        Option<string> format = Values.Word("--format", "How to write it.", "text", "text", "markdown", "json");
        Option<bool> all = Values.Flag("--all", "Show every change.");
        var command = new Command("diff",
            "Says how two reports differ: of two machines, two versions of libtorch, before a change and after it.") { earlier, later, format, all };
        command.SetAction(parsed =>
        {
            ReportDiff diff =
                ReportDiff.Of(ReportSource.Read(parsed.GetRequiredValue(earlier)), ReportSource.Read(parsed.GetRequiredValue(later)));
            switch (parsed.GetRequiredValue(format))
            {
                case "markdown":
                    terminal.Output.Write(DiffView.AsMarkdown(diff, Same));
                    break;
                case "json":
                    terminal.Output.Write(DiffView.Json(diff));
                    break;
                default:
                    DiffView.Write(diff, parsed.GetValue(all), terminal, Same);
                    break;
            }
            return diff.Changes.IsEmpty ? ExitCode.Done : ExitCode.Disagreement;
        });
        return command;
    }
}
