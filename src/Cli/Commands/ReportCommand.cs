using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>report</c>: judges all ops and writes a report.</summary>
static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RunOptions(CaseBudget.Report);
        Option<string[]?> ops = Values.List("--ops", "names", $"The ops, separated by commas; {OpNames.Help}. By default the whole catalogue.");
        Option<string> folder = Values.Text("--out", "folder", "The folder for report.json, report.md and report.html.", "parity-report");
        var command = new Command("report", "Compares all backends with the definitions on generated cases, and writes a report.") { ops, folder };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            ReportOptions wanted = options.Read(parsed, OpNames.Find(parsed.GetValue(ops) ?? []), terminal);
            return Run(wanted with { Library = Backends.Library(wanted.Backends) }, parsed.GetRequiredValue(folder), parsed.GetValue(options.Json),
                terminal);
        });
        return command;
    }

    static int Run(ReportOptions options, string folder, bool json, Terminal terminal)
    {
        using var interruption = new Interruption();
        using var output = new OutputFolder(folder);
        Report report = Judged.Run(options, "Comparing", terminal, interruption.Token);
        foreach ((string name, string text) in ReportFiles.Of(report))
            output.Write(name, text);
        IReadOnlyList<string> files = output.Finish();
        if (json)
            terminal.Output.Write(ReportJson.Write(report));
        else
            SummaryView.Write(report, files, terminal);
        return Judged.ExitCodeOf(report);
    }
}
