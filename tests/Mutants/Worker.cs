using System.Diagnostics;

namespace ParityNet.Mutants;

/// <summary>A process of the mutated copy, which answers a line with a line; one that dies or never answers is started anew.</summary>
/// <param name="assembly">The program of the copy.</param>
sealed class Worker(string assembly) : IDisposable
{
    /// <summary>How long an answer may take: no clock decides whether it is right, but something must end what loops for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

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
            if (answer.Wait(Patience) && answer.Result is { } text)
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
