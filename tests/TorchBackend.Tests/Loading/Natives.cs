using System.Runtime.InteropServices;

namespace ParityNet.TorchTests.Loading;

/// <summary>TorchSharp's native libraries, where this program finds them.</summary>
static class Natives
{
    /// <summary>TorchSharp's own library for Linux; elsewhere the test is skipped.</summary>
    public static string Binding()
    {
        string? path = Folders.Select(folder => Path.Combine(folder, "libLibTorchSharp.so")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"TorchSharp has no library for Linux here: {RuntimeInformation.RuntimeIdentifier}.");
        return path!;
    }

    /// <summary>Requires that the system's loader refuses the package as it is; else the test is skipped.</summary>
    public static void RequireOldSystem() => Assert.SkipWhen(
        NativeLibrary.TryLoad(Binding(), out _), "The libstdc++ of this system has all that TorchSharp asks for, so no copy is made.");

    /// <summary>A folder of links to all of them.</summary>
    public static void LinkInto(string folder)
    {
        Binding();
        foreach (string file in Folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.so*")))
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
    }

    static string[] Folders => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? AppContext.BaseDirectory)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
