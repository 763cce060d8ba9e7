using ParityNet.Cli.Output;
using ParityNet.Reports;
using Spectre.Console;

namespace ParityNet.Cli.Reports;

/// <summary>Writes the claim of a report in the colour of its outcome.</summary>
static class ClaimView
{
    /// <summary>Writes the claim; green only for a complete run.</summary>
    public static void Write(Report report, Terminal terminal)
    {
        string colour = !report.Summary.Agrees ? "red" : report.Complete ? "green" : "yellow";
        if (!report.Complete)
            terminal.WriteLine("The run was cut short; what follows holds for the cases that ran.");
        foreach (string line in Terminal.Wrapped(report.Summary.Claim))
            terminal.Tables.MarkupLine($"[{colour}]{Markup.Escape(line)}[/]");
    }
}
