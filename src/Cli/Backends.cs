using System.CommandLine;
using ParityNet.Native;
using ParityNet.Torch;

namespace ParityNet.Cli;

/// <summary>The backends that the command line knows, by name.</summary>
static class Backends
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["native", "torch"];

    /// <summary>An option that names one backend.</summary>
    public static Option<string> One { get; } = new("--backend") { Description = "The backend that computes: native or torch.", DefaultValueFactory = _ => "native" };

    /// <summary>An option that names several backends.</summary>
    public static Option<string?> Several { get; } = new("--backends") { Description = "The backends to compare, with commas between; by default all that load." };

    /// <summary>The backend of a name.</summary>
    /// <exception cref="UsageException">No backend has the name, or its library does not load.</exception>
    public static IBackend Get(string name) => name switch
    {
        "native" => new NativeBackend(),
        "torch" when TorchBackend.Unavailable is { } reason => throw new UsageException($"The torch backend must be able to load libtorch: {reason}"),
        "torch" => new TorchBackend(),
        _ => throw new UsageException($"--backend must be a backend that there is: expected {string.Join(" or ", Names)}, got {name}."),
    };

    /// <summary>The backends named, or all that load where none are named.</summary>
    /// <param name="names">Names with commas between, or null.</param>
    public static IReadOnlyList<IBackend> Get(IEnumerable<string>? names) =>
        [.. (names ?? Names.Where(name => name != "torch" || TorchBackend.Unavailable is null)).Distinct().Select(Get)];

    /// <summary>Why the torch backend does not take part, or null where it does.</summary>
    public static string? TorchMissing => TorchBackend.Unavailable;
}
