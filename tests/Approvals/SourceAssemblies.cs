using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>The assemblies of src that are libraries, with their documentation.</summary>
static class SourceAssemblies
{
    public static readonly string[] Names =
        ["Abstractions", "Definitions", "DependencyInjection", "FSharp", "Native", "Parity", "Reports", "TorchBackend"];

    public static Assembly Load(string name) => Assembly.Load($"ParityNet.{name}");

    /// <summary>Documentation by id, such as <c>T:ParityNet.Shape</c>.</summary>
    public static Dictionary<string, XElement> Documentation(string name) =>
        XDocument.Load(PathOf(name, "xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The name of the assembly of a project of src.</summary>
    public static string NameOf(string project) => project == "Cli" ? "paritynet" : $"ParityNet.{project}";

    /// <summary>Where the compiler finds what projects of src refer to: the platform, and the output of the program and of these tests.</summary>
    public static IEnumerable<string> References => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Concat(Directory.EnumerateFiles(Output("bin", "Cli"), "*.dll").Where(IsManaged)).DistinctBy(Path.GetFileName);

    /// <summary>Where the build of a project keeps what it generates.</summary>
    public static string Intermediate(string project) => Output("obj", project);

    static string PathOf(string name, string extension) => Path.Combine(Output("bin", name), $"ParityNet.{name}.{extension}");

    // The folder of a build has the name of its configuration: …/bin/<project>/<configuration>.
    static string Output(string kind, string project) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", kind, project, new DirectoryInfo(AppContext.BaseDirectory).Name));

    static bool IsManaged(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.HasMetadata;
    }
}
