using System.Reflection;
using System.Xml.Linq;

namespace ParityNet.Tests;

/// <summary>The assemblies of src that are libraries, with their documentation.</summary>
static class SourceAssemblies
{
    public static readonly string[] Names =
        ["Abstractions", "Definitions", "DependencyInjection", "FSharp", "Native", "Parity", "TorchBackend"];

    public static Assembly Load(string name) => Assembly.Load($"ParityNet.{name}");

    /// <summary>Documentation by id, such as <c>T:ParityNet.Shape</c>.</summary>
    public static Dictionary<string, XElement> Documentation(string name) =>
        XDocument.Load(PathOf(name, "xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    // The folder of a build has the name of its configuration: …/bin/<project>/<configuration>.
    static string PathOf(string name, string extension) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", name, new DirectoryInfo(AppContext.BaseDirectory).Name, $"ParityNet.{name}.{extension}"));
}
