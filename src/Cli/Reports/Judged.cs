using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>Runs that judge cases.</summary>
static class Judged
{
    /// <summary>Makes a report, with a progress bar on a terminal, and ends the workers that took part.</summary>
    public static Report Run(ReportOptions options, string title, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return Bar.Show(terminal, title, 1, tell => new ReportRun(options).Run(new Told(tell), cancellation));
        }
        finally
        {
            Backends.Stop(options.Backends);
        }
    }

    /// <summary>The exit code of a report.</summary>
    public static int ExitCodeOf(Report report) =>
        !report.Complete ? Interruption.Code : report.Summary.Agrees ? ExitCode.Done : ExitCode.Disagreement;
}
