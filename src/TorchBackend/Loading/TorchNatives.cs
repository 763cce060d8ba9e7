using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace ParityNet.Torch.Loading;

/// <summary>Loads the native libraries of TorchSharp before any of its types is touched.</summary>
/// <remarks>
/// <c>libLibTorchSharp.so</c> needs a libstdc++ of GCC 13, which Debian 12, Ubuntu 22.04 and RHEL 9 lack; there it is loaded from a copy in
/// memory in which that need is weak (<see cref="VersionNeed"/>). TorchSharp finds it among the loaded ones by its name. Once its own
/// initializer has failed, it stays failed for the life of the process; so no type of TorchSharp may be touched where <see cref="Obstacle"/>
/// is not null.
/// </remarks>
static partial class TorchNatives
{
    const string Binding = "LibTorchSharp";

    /// <summary>Why the libraries cannot be loaded, in one clause; null where they are.</summary>
    public static string? Obstacle { get; private set; }

    // TorchSharp's initializer runs at the first touch of any of its types, so this must come before any code of this assembly.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Load() => Obstacle = Failure();

    static string? Failure()
    {
        try
        {
            string name = OperatingSystem.IsWindows() ? $"{Binding}.dll" : OperatingSystem.IsMacOS() ? $"lib{Binding}.dylib" : $"lib{Binding}.so";
            if (FolderOf(name) is not { } folder)
                return $"TorchSharp must have native libraries for this platform beside the program: expected {name} for {RuntimeInformation.RuntimeIdentifier}, got none";
            if (OperatingSystem.IsLinux())
                LoadOnLinux(folder, name);
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            return Missing.Match(error.Message) is { Success: true } missing
                ? $"TorchSharp's native libraries must find what they need of this system: expected {missing.Groups["what"].Value}, got a system without it"
                : "TorchSharp's native libraries must be ones that this system can load: expected a library, got a refusal of the loader";
        }
    }

    static string? FolderOf(string name) => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? AppContext.BaseDirectory)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, name)));

    [SupportedOSPlatform("linux")]
    static void LoadOnLinux(string folder, string name)
    {
        // By their whole paths, since the copy in memory has no folder to look in.
        foreach (string library in (string[])["libc10.so", "libtorch_cpu.so", "libtorch.so"])
            NativeLibrary.Load(Path.Combine(folder, library));
        string path = Path.Combine(folder, name);
        if (NativeLibrary.TryLoad(path, out _))
            return;
        if (VersionNeed.Weakened(File.ReadAllBytes(path)) is { } weakened)
            PatchedLibrary.Load(weakened);
        else
            NativeLibrary.Load(path);
    }

    // The loader's words: "version `GLIBCXX_3.4.33' not found", "libgomp.so.1: cannot open shared object file".
    [GeneratedRegex(@"version [`'](?<what>[\w.]+)' not found|(?<what>[\w.+-]+): cannot open shared object file")]
    static partial Regex Missing { get; }
}
