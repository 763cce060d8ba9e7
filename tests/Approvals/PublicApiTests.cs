using System.Reflection;
using System.Xml.Linq;
using ParityNet.Reports.Rendering.Plots;
using PublicApiGenerator;

namespace ParityNet.Tests;

public class PublicApiTests
{
    static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Assemblies => new(SourceAssemblies.Names);

    [Theory, MemberData(nameof(Assemblies))]
    public void Public_signatures_are_the_approved_ones(string name) => Repository.Approve(
        SourceAssemblies.Load(name).GeneratePublicApi(Options), Repository.At("tests", "Approvals", $"{name}.txt"),
        "dotnet run --project tests/Approvals/Approvals.Tests.csproj");

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_public_type_and_member_is_documented(string name)
    {
        Dictionary<string, XElement> documentation = SourceAssemblies.Documentation(name);
        IEnumerable<MemberInfo> all = SourceAssemblies.Load(name).GetExportedTypes()
            .SelectMany(type => PublicMembers.Of(type).Prepend(type))
            .Where(member => member is not ConstructorInfo { DeclaringType: { } type } c || !IsPlain(c, type, documentation));

        string[] silent = [.. all.Select(DocumentationId.Of).Where(id =>
            !documentation.TryGetValue(id, out XElement? member) && !documentation.TryGetValue(InFSharp(id), out member) || !Says(member))];
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_library_of_src_is_approved() => Assert.Equal(
        SourceAssemblies.Names.Append("Cli").Order(),
        Directory.EnumerateDirectories(Repository.At("src")).Select(Path.GetFileName).Order());

    static bool Says(XElement member) => member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value);

    // Its compiler writes one dimension for two.
    static string InFSharp(string id) => id.Replace("[0:,0:]", "[0:]", StringComparison.Ordinal);

    // A constructor that takes nothing has nothing to say beyond its type; that of a record is documented by the type's parameters.
    static bool IsPlain(ConstructorInfo constructor, Type type, Dictionary<string, XElement> documentation) =>
        constructor.GetParameters().Length == 0 ||
        (documentation.TryGetValue(DocumentationId.Of(type), out XElement? of) && of.Elements("param").Count() == constructor.GetParameters().Length);
}
