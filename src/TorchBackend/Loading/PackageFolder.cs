using System.Reflection;
using System.Runtime.InteropServices;

namespace ParityNet.Torch.Loading;

/// <summary>The folder in which NuGet keeps packages: where a script and a tool, which have nothing beside them, find libtorch.</summary>
/// <remarks>
/// A program says by what it refers to whether it has libtorch, and what others have restored must not change that. So the folder is looked
/// into only where this assembly itself lies in it, as under <c>dotnet fsi</c> and in a notebook, or where the program asks by
/// <see cref="Setting"/>, as the tool does.
/// </remarks>
static class PackageFolder
{
    /// <summary>The setting of a program (<c>RuntimeHostConfigurationOption</c>) that has the user's folder looked into.</summary>
    public const string Setting = "ParityNet.Torch.PackageFolder";

    /// <summary>The version of libtorch that this TorchSharp is built for.</summary>
    public static string Libtorch { get; } =
        typeof(PackageFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(fact => fact.Key == "Libtorch").Value!;

    static string LibtorchPackage => $"libtorch-cpu-{RuntimeInformation.RuntimeIdentifier}";

    static bool IsAsked => AppContext.TryGetSwitch(Setting, out bool asked) && asked;

    /// <summary>What brings libtorch here, in one clause.</summary>
    public static string Remedy => IsAsked
        ? $"dotnet package download {LibtorchPackage}@{Libtorch} --output {Roots().Last()} puts it there (600 MB on disk)"
        : Own is not null ? "#r \"nuget: TorchSharp-cpu\" adds it to a script (600 MB on disk a platform)"
        : "dotnet add package TorchSharp-cpu adds it to a program (600 MB on disk a platform)";

    /// <summary>Where libtorch is expected.</summary>
    public static string Place => IsAsked || Own is not null ? "in the package folder" : "beside the program";

    /// <summary>The folders of native libraries of TorchSharp and of its libtorch; none where the program has its own.</summary>
    public static IEnumerable<string> Natives()
    {
        // The name alone: no type of TorchSharp may be touched before its libraries are loaded.
        AssemblyName binding = typeof(PackageFolder).Assembly.GetReferencedAssemblies().First(name => name.Name == "TorchSharp");
        (string Name, string Version)[] packages = [("torchsharp", binding.Version!.ToString(3)), (LibtorchPackage, Libtorch)];
        return from root in Roots()
               from package in packages
               select Path.Combine(root, package.Name, package.Version, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
    }

    static IEnumerable<string> Roots()
    {
        if (Own is { } own)
            yield return own;
        if (!IsAsked)
            yield break;
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named)
            yield return named;
        else
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
    }

    // The folder of packages that holds this assembly, under id, version, lib and framework; none where it was copied to a program.
    static string? Own { get; } = FolderOf(typeof(PackageFolder).Assembly);

    static string? FolderOf(Assembly assembly)
    {
        DirectoryInfo? package = new FileInfo(assembly.Location is { Length: > 0 } path ? path : "/").Directory?.Parent?.Parent?.Parent;
        return string.Equals(package?.Name, assembly.GetName().Name, StringComparison.OrdinalIgnoreCase) ? package!.Parent?.FullName : null;
    }
}
