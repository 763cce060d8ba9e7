using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ParityNet.Torch.Loading;

/// <summary>Loads the native libraries of TorchSharp before any of its types is used.</summary>
/// <remarks>
/// <c>libLibTorchSharp.so</c> needs a libstdc++ of GCC 13, which Debian 12, Ubuntu 22.04 and RHEL 9 lack; there it is loaded from a copy in
/// memory in which that requirement is weak (<see cref="VersionNeed"/>). TorchSharp finds it among the loaded libraries by its name. Once
/// TorchSharp's initializer has failed, it stays failed for the life of the process; so no type of TorchSharp may be used where
/// <see cref="Obstacle"/> is not null.
/// </remarks>
static class TorchNatives
{
    const string Binding = "LibTorchSharp", Computing = "torch_cpu";

    // In the order in which they need each other.
    static readonly string[] Needed = [FileOf("c10"), FileOf(Computing), FileOf("torch")];

    /// <summary>Why the libraries cannot be loaded, in one clause; null where they are.</summary>
    public static string? Obstacle { get; private set; }

    /// <summary>libtorch's own library, <c>libtorch_cpu.so</c>; null where another system loads it.</summary>
    public static nint? Libtorch { get; private set; }

    // TorchSharp's initializer runs when any of its types is first used, so this must run before any other code of this assembly.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Load() => Obstacle = Failure();

    static string? Failure()
    {
        try
        {
            string name = FileOf(Binding);
            if (PathOf(name) is not { } path)
                return $"TorchSharp must have native libraries for this platform beside the program: expected {name} for " +
                    $"{RuntimeInformation.RuntimeIdentifier}, got none";
            if (Needed.FirstOrDefault(library => PathOf(library) is null) is { } absent)
                return $"libtorch must be {PackageFolder.Place}: expected {absent} of libtorch {PackageFolder.Libtorch}, got none; "
                    + PackageFolder.Remedy;
            if (OperatingSystem.IsLinux())
                LoadOnLinux(path);
            else if (Needed.Any(library => In(Beside, library) is null))
                foreach (string library in (string[])[.. Needed, name])
                    NativeLibrary.Load(PathOf(library)!);
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or IOException
            or UnauthorizedAccessException)
        {
            return LoaderRefusal.Missing(error) is { } missing
                ? $"TorchSharp's native libraries must find what they need of this system: expected {missing}, got a system without it"
                : "TorchSharp's native libraries must be ones that this system can load: expected a library, got a refusal of the loader";
        }
    }

    static string FileOf(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : $"lib{library}.{(OperatingSystem.IsMacOS() ? "dylib" : "so")}";

    // Each library is searched separately: where none is copied to the output, they are in the folders of two packages.
    static string? PathOf(string library) => In(Beside, library) ?? In(PackageFolder.Natives(), library);

    static IEnumerable<string> Beside => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? AppContext.BaseDirectory)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    static string? In(IEnumerable<string> folders, string library) =>
        folders.Select(folder => Path.Combine(folder, library)).FirstOrDefault(File.Exists);

    [SupportedOSPlatform("linux")]
    static void LoadOnLinux(string path)
    {
        // By full paths, since the copy in memory has no folder to search.
        foreach (string library in Needed)
        {
            nint handle = NativeLibrary.Load(PathOf(library)!);
            if (library == FileOf(Computing))
                Libtorch = handle;
        }
        if (NativeLibrary.TryLoad(path, out _))
            return;
        if (VersionNeed.Weakened(File.ReadAllBytes(path)) is { } weakened)
            PatchedLibrary.Load(weakened);
        else
            NativeLibrary.Load(path);
    }
}
