using System.CommandLine;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Parity;
using ParityNet.Parity.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>check</c>: one op in detail.</summary>
static class CheckCommand
{
    const int Cases = 1000;

    public static Command Create(Terminal terminal)
    {
        var op = new Argument<string>("op") { Description = "The op, by PyTorch's name: huber_loss, gelu, adam; list has all." };
        var options = new RunOptions(Cases);
        var command = new Command("check", "Compares all backends with the definition of one op, and shows the worst cases.") { op };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            OpEntry entry = Catalog.Find(parsed.GetRequiredValue(op));
            using var interruption = new Interruption();
            Report report = Judged.Run(options.Read(parsed, [entry], terminal), $"Checking {entry.Name}", terminal, interruption.Token);
            if (parsed.GetValue(options.Json))
                terminal.Output.Write(ReportJson.Write(report));
            else
                OpView.Write(report, terminal);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }
}
