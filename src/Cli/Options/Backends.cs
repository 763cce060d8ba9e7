using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ParityNet.Cli.Exits;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Parity.Workers;
using ParityNet.References;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Torch;

namespace ParityNet.Cli.Options;

/// <summary>The backends of the command line, by name; a backend is loaded only when requested.</summary>
static class Backends
{
    const string Worker = "worker:";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["native", "torch"];

    /// <summary>An option that names one backend.</summary>
    public static Option<string> One() => Values.Text("--backend", "name", "The backend that computes: native or torch.", "native");

    /// <summary>An option that names several backends.</summary>
    public static Option<string[]?> Several()
    {
        Option<string[]?> option = Values.List("--backends", "names",
            "The backends, separated by commas: native, torch, or worker:command for a program of yours; by default all that load.");
        option.CustomParser = result => Values.Some(result, "--backends", "names", Split);
        return option;
    }

    /// <summary>The names between commas; commas within quotes belong to a worker's command.</summary>
    static IEnumerable<string> Split(string list)
    {
        int start = 0;
        char quote = '\0';
        for (int i = 0; i <= list.Length; i++)
            if (i == list.Length || (list[i] == ',' && quote == '\0'))
            {
                if (list[start..i].Trim() is { Length: > 0 } name)
                    yield return name;
                start = i + 1;
            }
            else if (list[i] is '\'' or '"')
                quote = quote == '\0' ? list[i] : quote == list[i] ? '\0' : quote;
    }

    /// <summary>The backend of a name.</summary>
    /// <exception cref="UsageException">Its library does not load.</exception>
    /// <exception cref="UnknownNameException">No backend has the name.</exception>
    public static IBackend Get(string name) => name switch
    {
        "native" => new NativeBackend(),
        "torch" => Missing("torch") is { } reason ? throw new UsageException(reason) : Torch(),
        _ => throw new UnknownNameException("backend must be one that there is", name, [.. Names, Worker + "command"]),
    };

    /// <summary>The backends of the given names, or all that load where none are given.</summary>
    /// <param name="names">Names, or null.</param>
    /// <param name="limits">The limits of workers; null for the usual ones.</param>
    /// <remarks>A worker is a process: who gets backends disposes of those that can be disposed of.</remarks>
    public static IReadOnlyList<IBackend> Get(IReadOnlyList<string>? names, WorkerLimits? limits = null)
    {
        if (names is not { Count: > 0 })
            return [.. Names.Where(name => Missing(name) is null).Select(Get)];
        var started = new List<IBackend>();
        try
        {
            foreach (string name in Once(names))
                started.Add(name.StartsWith(Worker, StringComparison.Ordinal)
                    ? WorkerBackend.Start(name[Worker.Length..], limits)
                    : Get(name));
            return started.Select(backend => backend.Name).Distinct().Count() == started.Count ? started : throw new UsageException(
                $"--backends must have names of their own: expected different ones, got {string.Join(" and ", started.Select(b => b.Name))}.");
        }
        catch (Exception)
        {
            Stop(started);
            throw;
        }
    }

    /// <summary>Ends the workers among backends.</summary>
    public static void Stop(IEnumerable<IBackend> backends)
    {
        foreach (IDisposable worker in backends.OfType<IDisposable>())
            worker.Dispose();
    }

    // A backend compared with itself always agrees.
    static IReadOnlyList<string> Once(IReadOnlyList<string> names) =>
        names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var name }
        ? throw new UsageException(
            $"--backends must name each backend once: expected {name} once, got it {names.Count(other => other == name)} times.")
        : names;

    /// <summary>An op with options given as JSON.</summary>
    /// <exception cref="UsageException">The text is no JSON object.</exception>
    public static OpSpec Spec(OpEntry entry, string json)
    {
        try
        {
            using JsonDocument options = JsonDocument.Parse(json);
            return options.RootElement.ValueKind == JsonValueKind.Object
                ? entry.Build(options.RootElement.EnumerateObject().ToDictionary(option => option.Name, option => option.Value.Clone()))
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new UsageException($"--options must be a JSON object: expected one such as {{\"reduction\": \"sum\"}}, got {Echo.Of(json)}.");
        }
    }

    /// <summary>Why a backend is unavailable; null where it is available.</summary>
    public static string? Missing(string name) => name == "torch" ? TorchObstacle() : null;

    /// <summary>The library whose own API is audited; null where its backend does not take part.</summary>
    /// <param name="backends">The backends that take part.</param>
    public static IReferenceLibrary? Library(IEnumerable<IBackend> backends) =>
        backends.LastOrDefault(backend => backend is not WorkerBackend)?.Name == "torch" ? TorchSharp() : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    static TorchSharpLibrary TorchSharp() => new();

    // A separate method, so that libtorch is not loaded before it is requested.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static string? TorchObstacle() => TorchBackend.Unavailable;

    [MethodImpl(MethodImplOptions.NoInlining)]
    static TorchBackend Torch() => new();
}
