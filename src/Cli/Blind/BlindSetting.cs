using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Parity.Blind;

namespace ParityNet.Cli.Blind;

/// <summary>A setting that libtorch reads from its environment when it loads, so that each needs its own process.</summary>
sealed record BlindSetting(string Capability, int Threads)
{
    public static IReadOnlyList<string> Capabilities { get; } = ["default", "avx2", "avx512"];

    /// <summary>Parses a setting from the command line.</summary>
    public static BlindSetting Of(string capability, string threads)
    {
        if (!Capabilities.Contains(capability))
            throw new UnknownNameException("--capabilities must be those of libtorch", capability, Capabilities);
        return int.TryParse(threads, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? new(capability, count)
            : throw new UsageException($"--threads must be whole numbers from 1: expected digits, got {threads}.");
    }

    /// <summary>Judges a seed in a process with the setting.</summary>
    public BlindResult Run(ulong seed, int cases, string[] ops, string file, CancellationToken cancellation)
    {
        ProcessStartInfo start = Self.With(["blind", "--settled", file, "--seeds", $"{seed}", "--cases", $"{cases}",
            .. ops.Length == 0 ? (string[])[] : ["--ops", string.Join(',', ops)]]);
        start.RedirectStandardOutput = true;
        start.Environment["ATEN_CPU_CAPABILITY"] = Capability;
        start.Environment["OMP_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = $"{Threads}";
        using Process child = Process.Start(start)!;
        using CancellationTokenRegistration ending = cancellation.Register(child.Kill);
        string text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return child.ExitCode is ExitCode.Done or ExitCode.Disagreement
            ? JsonSerializer.Deserialize<BlindResult>(text)!
            : throw new UsageException(
                $"the process with capability {Capability} and {Threads} threads must end with a result: expected exit code 0 or 1, got " +
                $"{child.ExitCode}.");
    }
}
