using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>Runs that judge cases.</summary>
static class Judged
{
    /// <summary>Makes a report, with a progress bar on a terminal.</summary>
    public static Report Run(ReportOptions options, string title, Terminal terminal, CancellationToken cancellation) =>
        Bar.Show(terminal, title, 1, tell => new ReportRun(options).Run(new Told(tell), cancellation));

    /// <summary>The exit code of a report.</summary>
    public static int ExitCodeOf(Report report) =>
        !report.Complete ? Interruption.Code : report.Summary.Agrees ? ExitCode.Done : ExitCode.Disagreement;
}
