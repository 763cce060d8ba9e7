using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>Whose a record is, and where it was seen.</summary>
/// <param name="Library">The library whose doing it is.</param>
/// <param name="Versions">The versions of that library in which it was seen.</param>
/// <param name="Capabilities">The vector capabilities with which it was seen, in the words of <c>ATEN_CPU_CAPABILITY</c>.</param>
/// <param name="Threads">The numbers of threads with which it was seen.</param>
public sealed record Sighting(string Library, ImmutableArray<string> Versions, ImmutableArray<string> Capabilities, ImmutableArray<int> Threads)
{
    static readonly ImmutableArray<string> Tried = ["2.10.0"];

    /// <summary>In libtorch, whatever the capability.</summary>
    public static Sighting Everywhere { get; } = new("libtorch", Tried, ["default", "avx2", "avx512"], [1, 2]);

    /// <summary>In libtorch where its kernels have vector instructions.</summary>
    public static Sighting OnVectors { get; } = Everywhere with { Capabilities = ["avx2", "avx512"] };

    /// <summary>In libtorch where its kernels have no vector instructions of their own.</summary>
    public static Sighting WithoutVectors { get; } = Everywhere with { Capabilities = ["default"] };

    /// <summary>The words for a capability in what a backend says of itself.</summary>
    public static ImmutableArray<string> AllCapabilities => Everywhere.Capabilities;

    /// <summary>Whether a backend is of a version in which it was seen.</summary>
    /// <param name="info">What the backend says of itself.</param>
    /// <returns>True where it is.</returns>
    public bool Knows(BackendInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return Versions.Any(version => info.Build.Split("; ").Contains($"{Library} {version}"));
    }

    /// <summary>Whether it was seen with the vector capability of a backend.</summary>
    /// <param name="info">What the backend says of itself.</param>
    /// <returns>True where it was, and where the backend has none of these words.</returns>
    public bool Covers(BackendInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return !info.InstructionSets.Any(AllCapabilities.Contains) || info.InstructionSets.Any(Capabilities.Contains);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Library} {string.Join(", ", Versions)}; {string.Join(", ", Capabilities)}; {string.Join(" and ", Threads)} {(Threads is [1] ? "thread" : "threads")}";
}
