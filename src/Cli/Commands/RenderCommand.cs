using System.CommandLine;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>render</c>: writes the views of a report that is there.</summary>
static class RenderCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> source = ReportSource.Argument("report", "The report.json of an earlier run, or its folder.");
        var delivery = new DeliveryOptions();
        Option<bool> json = Values.Flag("--json", "Write JSON instead of the summary.");
        var command = new Command("render", "Writes the views of a report that is there, without running anything.") { source, json };
        delivery.AddTo(command);
        command.SetAction(parsed =>
        {
            Report report = ReportSource.Read(parsed.GetRequiredValue(source));
            using Delivery output = delivery.Open(parsed, parsed.GetValue(json), terminal);
            output.Write(report);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }
}
