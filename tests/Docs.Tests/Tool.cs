using System.Collections.Concurrent;
using System.Diagnostics;

namespace ParityNet.Tests;

/// <summary>Runs what was built beside these tests.</summary>
static class Tool
{
    static readonly ConcurrentDictionary<string, Lazy<(int Code, string Output)>> Runs = new();

    /// <summary>Exit code and output; the same command is run once.</summary>
    public static (int Code, string Output) Run(string project, string assembly, params string[] arguments) =>
        Runs.GetOrAdd(string.Join(' ', [assembly, .. arguments]), _ => new(() => Start(project, assembly, arguments))).Value;

    static (int Code, string Output) Start(string project, string assembly, string[] arguments)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, assembly));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + errors.Result).ReplaceLineEndings("\n"));
    }
}
