using System.Collections.Immutable;
using System.CommandLine;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Reports;

/// <summary>How a command delivers a report: its files, what the terminal shows, and what a build server is told.</summary>
sealed class DeliveryOptions
{
    readonly Option<string> folder = Values.Text("--out", "folder", "The folder for the files of the report.", "parity-report");
    readonly Option<string[]?> formats = ReportFiles.Option();
    readonly Option<bool> all = Values.Flag("--all", "Show every op, not only those worth a look.");
    readonly Option<string> server = Values.Word(
        "--ci", "Also tell a build server: github writes annotations, and the summary of the step.", "none", "none", "github");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { folder, formats, all, server })
            command.Options.Add(option);
    }

    /// <summary>The folder.</summary>
    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(folder);

    /// <summary>Reads the options; the folder is opened at once.</summary>
    public Delivery Open(ParseResult parsed, bool json, Terminal terminal) => new(ReportFiles.Formats(parsed.GetValue(formats)),
        new OutputFolder(Folder(parsed)), json, parsed.GetValue(all), parsed.GetValue(server) == "github", terminal);
}

/// <summary>A report on its way out.</summary>
sealed class Delivery(
    ImmutableArray<ReportFormat> formats, OutputFolder output, bool json, bool all, bool github, Terminal terminal) : IDisposable
{
    /// <summary>Writes the files and shows the report.</summary>
    public void Write(Report report)
    {
        foreach ((string name, string text) in ReportFiles.Of(report, formats))
            output.Write(name, text);
        IReadOnlyList<string> files = output.Finish();
        if (json)
            terminal.Output.Write(ReportJson.Write(report));
        else
            SummaryView.Write(report, files, terminal, all);
        if (github)
            GitHub.Tell(report, files, terminal);
    }

    public void Dispose() => output.Dispose();
}
