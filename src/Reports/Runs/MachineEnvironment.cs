using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Reads the environment of the machine for a report.</summary>
static class MachineEnvironment
{
    public static ReportEnvironment Read(ImmutableArray<IBackend> backends, string commit) => new(
        RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(), Processor(), InstructionSets(),
        Environment.ProcessorCount, RuntimeInformation.FrameworkDescription,
        typeof(Report).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        commit, [.. backends.Select(b => b.Info)]);

    static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    static ImmutableArray<string> InstructionSets() =>
    [
        .. new (bool Has, string Name)[]
        {
            (AdvSimd.IsSupported, "AdvSimd"), (Sse42.IsSupported, "SSE4.2"), (Avx.IsSupported, "AVX"), (Fma.IsSupported, "FMA"),
            (Avx2.IsSupported, "AVX2"), (Avx512F.IsSupported, "AVX-512F"),
        }.Where(set => set.Has).Select(set => set.Name),
    ];
}
