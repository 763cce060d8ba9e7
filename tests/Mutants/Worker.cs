using System.Diagnostics;

namespace ParityNet.Mutants;

/// <summary>A process of the mutated copy, which answers a line with a line; one that dies or never answers is started anew.</summary>
/// <param name="assembly">The program of the copy.</param>
sealed class Worker(string assembly) : IDisposable
{
    /// <summary>How long tests may take: no clock decides whether they are right, but something must end what loops for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    // The same for an answer, in processor time, since others may use the machine.
    static readonly TimeSpan MostWork = TimeSpan.FromMinutes(15), Between = TimeSpan.FromSeconds(10);

    Process? process;

    /// <summary>The answer to a line; null where the process died, or gave none in time.</summary>
    public string? Ask(string line)
    {
        process ??= Start();
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
            Task<string?> answer = process.StandardOutput.ReadLineAsync();
            TimeSpan before = process.TotalProcessorTime;
            for (TimeSpan waited = default; !answer.Wait(Between) && waited < Patience; waited += Between)
            {
                process.Refresh();
                if (process.HasExited || process.TotalProcessorTime - before > MostWork)
                    break;
            }
            if (answer.IsCompletedSuccessfully && answer.Result is { } text)
                return text;
        }
        catch (IOException)
        {
        }

        Dispose();
        return null;
    }

    /// <summary>Ends the process; the next question starts another.</summary>
    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }

    // A stack that overflows writes a page a frame to the error stream, which nobody reads.
    Process Start() => Process.Start(new ProcessStartInfo("bash", ["-c", "exec dotnet \"$0\" trial 2>/dev/null", assembly])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
