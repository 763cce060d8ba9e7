using System.Collections.Immutable;
using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>check</c>: judges one op in detail.</summary>
static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var op = new Argument<string[]>("op")
        {
            Description = $"The op, or several, {OpNames.Help}; list has all.",
            Arity = ArgumentArity.ZeroOrMore
        };
        Option<string[]?> ops = Values.List("--ops", "names", "The same, separated by commas.");
        var options = new RunOptions(CaseBudget.Check);
        var command = new Command("check", "Compares all backends with the definition of an op, and shows the worst cases.") { op, ops };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            ImmutableArray<OpEntry> entries = OpNames.Find([.. parsed.GetValue(op) ?? [], .. parsed.GetValue(ops) ?? []]);
            if (entries.IsEmpty)
                throw new UsageException("check must be told what to check: expected the name of an op, such as huber_loss, got none.");
            using var interruption = new Interruption();
            ReportOptions wanted = options.Read(parsed, entries, terminal);
            Report report = Judged.Run(
                wanted, $"Checking {(entries.Length == 1 ? entries[0].Name : $"{entries.Length} ops")}", terminal, interruption.Token);
            if (parsed.GetValue(options.Json))
                terminal.Output.Write(ReportJson.Write(report));
            else
                OpView.Write(report, terminal);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }
}
