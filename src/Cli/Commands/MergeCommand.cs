using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Reports;

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
        Option<bool> json = Values.Flag("--json", "Write JSON instead of the summary.");
        var command = new Command("merge", "Puts the parts of a run together to the report that a run in one part would have given.") { given, json };
        delivery.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<ReportPart> parts = PartFiles.Read(parsed.GetRequiredValue(given));
            if (ReportParts.Obstacle(parts) is { } obstacle)
                throw new UsageException(obstacle);
            Report report = ReportParts.Merged(parts);
            using Delivery output = delivery.Open(parsed, parsed.GetValue(json), terminal);
            output.Write(report);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }
}
