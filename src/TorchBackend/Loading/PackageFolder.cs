using System.Reflection;
using System.Runtime.InteropServices;

namespace ParityNet.Torch.Loading;

/// <summary>The folder in which NuGet keeps packages: a tool and a script find libtorch there.</summary>
static class PackageFolder
{
    /// <summary>The version of libtorch that this TorchSharp is built for.</summary>
    public static string Libtorch { get; } =
        typeof(PackageFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(fact => fact.Key == "Libtorch").Value!;

    /// <summary>The package of libtorch for this platform.</summary>
    public static string LibtorchPackage => $"libtorch-cpu-{RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The folders of native libraries of TorchSharp and of its libtorch, where these packages are.</summary>
    public static IEnumerable<string> Natives()
    {
        // The name alone: no type of TorchSharp may be touched before its libraries are loaded.
        AssemblyName binding = typeof(PackageFolder).Assembly.GetReferencedAssemblies().First(name => name.Name == "TorchSharp");
        (string Name, string Version)[] packages = [("torchsharp", $"{binding.Version!.ToString(3)}"), (LibtorchPackage, Libtorch)];
        return from root in Roots() from package in packages
            select Path.Combine(root, package.Name, package.Version, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
    }

    // The folder that a script's own assembly lies in, the one that the environment names, and the usual one.
    static IEnumerable<string> Roots()
    {
        if (Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(PackageFolder).Assembly.Location) ?? "/", "..", "..", "..", "..")) is var above
            && Directory.Exists(Path.Combine(above, "torchsharp")))
            yield return above;
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named)
            yield return named;
        if (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home)
            yield return Path.Combine(home, ".nuget", "packages");
    }
}
