using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds and loads the C shim, and through it libtorch.</summary>
static class ShimLibrary
{
    internal const string Name = "paritynet_torch";

    const string Advice =
        "dotnet build makes it when cmake, a C++ compiler and libtorch are there "
        + "(Debian and Ubuntu: apt-get install cmake g++ libtorch-dev; elsewhere set LIBTORCH to an unpacked libtorch or to the torch folder of a PyTorch wheel, then build again)";

    static readonly string FileName = OperatingSystem.IsMacOS() ? $"lib{Name}.dylib" : $"lib{Name}.so";

    internal static void Resolve() => NativeLibrary.SetDllImportResolver(typeof(ShimLibrary).Assembly, Load);

    static nint Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
            return 0;
        string? file = Folders().Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        if (file is null)
            throw new DllNotFoundException($"libtorch must be loadable: expected {FileName} in {AppContext.BaseDirectory}, got no such file; {Advice}.");
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            string reason = error.Message.ReplaceLineEndings(" ").Trim();
            throw new DllNotFoundException($"libtorch must be loadable: expected {file} to load, got \"{reason}\"; {Advice}.", error);
        }
    }

    static IEnumerable<string> Folders()
    {
        yield return AppContext.BaseDirectory;
        string runtime = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        yield return runtime;
#pragma warning disable IL3000
        // Empty in a single-file program, where the base directory is the right place anyway.
        if (Path.GetDirectoryName(typeof(ShimLibrary).Assembly.Location) is { Length: > 0 } beside)
            yield return beside;
#pragma warning restore IL3000
    }
}
