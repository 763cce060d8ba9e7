using System.Runtime.CompilerServices;
using ParityNet.TorchTests;
using ParityNet.TorchTests.Loading;

static partial class StartupHook
{
    // The whole of the child: it says what became of the loader, and ends before any test begins.
    static partial void Then()
    {
        if (Environment.GetEnvironmentVariable("PARITY_NO_MEMORY_FILES") is not null)
            Seccomp.RefuseMemoryFiles();
        Console.WriteLine(Outcome());
        if (Environment.GetEnvironmentVariable("PARITY_FINDING") is { } id)
            Console.WriteLine(Pinned(id));
        if (OperatingSystem.IsLinux())
            foreach (string mapped in File.ReadLines("/proc/self/maps").Where(line => line.Contains("libLibTorchSharp", StringComparison.Ordinal)).Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]).Distinct())
                Console.WriteLine($"mapped {mapped}");
        Environment.Exit(0);
    }

    // Apart, since the loader may run as soon as a method that mentions the backend is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static string Outcome() => TorchBackend.Unavailable ?? Computed();

    [MethodImpl(MethodImplOptions.NoInlining)]
    static string Pinned(string id) => $"{new TorchSharpLibrary().Findings.Single(finding => finding.Id == id).Pinned()}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    static string Computed() => $"loss {new TorchBackend().Loss<float>(new Huber()).Value(Libtorch.Row(1f, 4), Libtorch.Row(1f, 1))[0]}";
}
