using System.Diagnostics;
using ParityNet.Cli.Output;
using ParityNet.Reports;

namespace ParityNet.Cli.Sweeps;

/// <summary>Runs the parts of a sweep on this machine, some at a time.</summary>
static class LocalSweep
{
    /// <summary>Runs the parts that are missing; a part that fails or is killed is run again alone.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="processes">How many run at a time.</param>
    /// <param name="terminal">Receives the progress.</param>
    /// <param name="cancellation">Ends the processes.</param>
    public static void Run(Sweep sweep, int processes, Terminal terminal, CancellationToken cancellation)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = processes, CancellationToken = cancellation };
        Bar.Show(terminal, "Sweeping", sweep.Count, tell =>
        {
            for (int attempt = 0; attempt < Sweep.Attempts && sweep.Missing() is { IsEmpty: false } missing; attempt++)
                Parallel.ForEach(missing, limits, shard =>
                {
                    One(sweep, shard, cancellation);
                    tell(sweep.Count - sweep.Missing().Length, $"{shard}");
                });
            return true;
        });
    }

    static void One(Sweep sweep, Shard shard, CancellationToken cancellation)
    {
        ProcessStartInfo start = Self.With(sweep.Of($"{shard.Index}"));
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using Process process = Process.Start(start)!;
        using CancellationTokenRegistration ending = cancellation.Register(process.Kill);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        string said = process.StandardError.ReadToEnd() + output.Result;
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        File.WriteAllText(Path.ChangeExtension(sweep.FileOf(shard), ".log"), said);
    }
}
