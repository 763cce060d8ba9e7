using System.Reflection.PortableExecutable;

namespace ParityNet.Mutants;

/// <summary>What the build of the repository left: assemblies to refer to and sources that it generated.</summary>
static class Build
{
    // The folder of a build has the name of its configuration: …/bin/<project>/<configuration>.
    static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>The platform's assemblies, and those beside this program.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsManaged).DistinctBy(Path.GetFileName),
    ];

    /// <summary>The sources that the build generated for a project.</summary>
    public static IEnumerable<string> Generated(string project) =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "obj", project, Configuration)), "*.cs");

    static bool IsManaged(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.HasMetadata;
    }
}
