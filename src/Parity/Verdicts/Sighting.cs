using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace ParityNet.Parity.Known;

/// <summary>The library that causes a known difference, and the configurations in which it was seen.</summary>
/// <param name="Library">The library that causes it.</param>
/// <param name="Versions">The versions of that library in which it was seen.</param>
/// <param name="Capabilities">The CPU capabilities with which it was seen, as values of <c>ATEN_CPU_CAPABILITY</c>.</param>
/// <param name="Threads">The thread counts with which it was seen.</param>
public sealed record Sighting(string Library, ImmutableArray<string> Versions, ImmutableArray<string> Capabilities, ImmutableArray<int> Threads)
{
    static readonly ImmutableArray<string> Tried = ["2.10.0"];

    /// <summary>The vendor of the processors on which it was seen, as CPUID names it; null where it does not depend on the processor.</summary>
    public string? Vendor { get; init; }

    /// <summary>Seen in libtorch with every CPU capability.</summary>
    public static Sighting Everywhere { get; } = new("libtorch", Tried, ["default", "avx2", "avx512"], [1, 2]);

    /// <summary>Seen in libtorch where its kernels are vectorized.</summary>
    public static Sighting OnVectors { get; } = Everywhere with { Capabilities = ["avx2", "avx512"] };

    /// <summary>Seen in libtorch where its kernels are not explicitly vectorized.</summary>
    public static Sighting WithoutVectors { get; } = Everywhere with { Capabilities = ["default"] };

    /// <summary>The values of <c>ATEN_CPU_CAPABILITY</c> that a backend may list in its instruction sets.</summary>
    public static ImmutableArray<string> AllCapabilities => Everywhere.Capabilities;

    /// <summary>Whether a backend has a library version in which it was seen.</summary>
    /// <param name="info">What the backend says of itself.</param>
    /// <returns>True where its build lists one of the versions.</returns>
    public bool Knows(BackendInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return Versions.Any(version => info.Build.Split("; ").Contains($"{Library} {version}"));
    }

    /// <summary>Whether it was seen with the CPU capability of a backend, on a processor such as this one.</summary>
    /// <param name="info">What the backend says of itself.</param>
    /// <returns>True where it was, and where the backend lists no capability.</returns>
    public bool Covers(BackendInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return (Vendor is null || Vendor == OfProcessor())
            && (!info.InstructionSets.Any(AllCapabilities.Contains) || info.InstructionSets.Any(Capabilities.Contains));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Library} {string.Join(", ", Versions)}; {string.Join(", ", Capabilities)}; {string.Join(" and ", Threads)} " +
            $"{(Threads is [1] ? "thread" : "threads")}{(Vendor is null ? "" : $"; {Vendor}")}";

    // Twelve letters in three registers.
    static string OfProcessor()
    {
        if (!X86Base.IsSupported)
            return RuntimeInformation.ProcessArchitecture.ToString();
        (_, int first, int last, int middle) = X86Base.CpuId(0, 0);
        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>([first, middle, last]));
    }
}
