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
        var delivery = new DeliveryOptions();
        Option<string[]?> ops = Values.List("--ops", "names", $"The ops, separated by commas; {OpNames.Help}. By default the whole catalogue.");
        Option<string> shard = Shards.Option(), baseline = Values.Text(
            "--baseline", "report", "An earlier report.json: the exit code is 1 only where something is worse than there.", "");
        var command = new Command("report", "Compares all backends with the definitions on generated cases, and writes a report.")
        {
            ops, shard, baseline,
        };
        delivery.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            ReportOptions wanted = options.Read(parsed, OpNames.Find(parsed.GetValue(ops) ?? []), terminal);
            wanted = wanted with { Library = Backends.Library(wanted.Backends) };
            if (Shards.Of(parsed.GetRequiredValue(shard)) is { } part)
                return PartFiles.Run(wanted, part, delivery.Folder(parsed), terminal);
            Report? earlier = parsed.GetRequiredValue(baseline) is { Length: > 0 } path ? ReportSource.Read(path) : null;
            using var interruption = new Interruption();
            using Delivery output = delivery.Open(parsed, parsed.GetValue(options.Json), terminal);
            Report report = Judged.Run(wanted, "Comparing", terminal, interruption.Token);
            output.Write(report);
            return earlier is null ? Judged.ExitCodeOf(report) : DiffView.Against(earlier, report, parsed.GetValue(options.Json), terminal);
        });
        return command;
    }
}
