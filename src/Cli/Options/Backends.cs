using System.CommandLine;
using System.Runtime.CompilerServices;
using ParityNet.Cli.Exits;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.References;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Torch;

namespace ParityNet.Cli.Options;

/// <summary>The backends of the command line, by name; a backend is loaded only when requested.</summary>
static class Backends
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["native", "torch"];

    /// <summary>An option that names one backend.</summary>
    public static Option<string> One() => Values.Text("--backend", "name", "The backend that computes: native or torch.", "native");

    /// <summary>An option that names several backends.</summary>
    public static Option<string[]?> Several() => Values.List("--backends", "names", "The backends, separated by commas; by default all that load.");

    /// <summary>The backend of a name.</summary>
    /// <exception cref="UsageException">Its library does not load.</exception>
    /// <exception cref="UnknownNameException">No backend has the name.</exception>
    public static IBackend Get(string name) => name switch
    {
        "native" => new NativeBackend(),
        "torch" => Missing("torch") is { } reason ? throw new UsageException(reason) : Torch(),
        _ => throw new UnknownNameException("backend must be one that there is", name, Names),
    };

    /// <summary>The backends of the given names, or all that load where none are given.</summary>
    /// <param name="names">Names, or null.</param>
    public static IReadOnlyList<IBackend> Get(IReadOnlyList<string>? names) =>
        names is { Count: > 0 } ? [.. Once(names).Select(Get)] : [.. Names.Where(name => Missing(name) is null).Select(Get)];

    // A backend compared with itself always agrees.
    static IReadOnlyList<string> Once(IReadOnlyList<string> names) =>
        names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var name }
        ? throw new UsageException(
            $"--backends must name each backend once: expected {name} once, got it {names.Count(other => other == name)} times.")
        : names;

    /// <summary>Why a backend is unavailable; null where it is available.</summary>
    public static string? Missing(string name) => name == "torch" ? TorchObstacle() : null;

    /// <summary>The library whose own API is audited; null where its backend does not take part.</summary>
    /// <param name="backends">The backends that take part.</param>
    public static IReferenceLibrary? Library(IEnumerable<IBackend> backends) => backends.LastOrDefault()?.Name == "torch" ? TorchSharp() : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    static TorchSharpLibrary TorchSharp() => new();

    // A separate method, so that libtorch is not loaded before it is requested.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static string? TorchObstacle() => TorchBackend.Unavailable;

    [MethodImpl(MethodImplOptions.NoInlining)]
    static TorchBackend Torch() => new();
}
