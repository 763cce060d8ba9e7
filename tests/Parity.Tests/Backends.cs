using System.Collections.Immutable;
using ParityNet.Native;
using ParityNet.Torch;

namespace ParityNet.Parity.Tests;

/// <summary>The backends that tests run on.</summary>
static class Backends
{
    public static IBackend Native { get; } = new NativeBackend();

    /// <summary>The torch backend, or null where libtorch does not load.</summary>
    public static IBackend? Torch { get; } = TorchBackend.Unavailable is null ? new TorchBackend() : null;

    /// <summary>The backends that load.</summary>
    public static ImmutableArray<IBackend> All { get; } = Torch is { } torch ? [Native, torch] : [Native];

    /// <summary>The torch backend; where libtorch does not load the test is skipped with the reason.</summary>
    public static IBackend RequireTorch()
    {
        if (Torch is null)
            Assert.Skip(TorchBackend.Unavailable!);
        return Torch!;
    }

    /// <summary>A backend by its name; where it needs a libtorch that does not load the test is skipped with the reason.</summary>
    public static IBackend Require(string name) => name == "native" ? Native : RequireTorch();

    /// <summary>How many cases a test may use: PARITY_CASES, or the number given.</summary>
    public static int Cases(int usual) => int.TryParse(Environment.GetEnvironmentVariable("PARITY_CASES"), out int wanted) ? wanted : usual;
}
