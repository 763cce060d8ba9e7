using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ParityNet.Mutants;

namespace ParityNet.Tests;

/// <summary>What <c>./mutants</c> plants.</summary>
public class GrammarTests
{
    [Theory]
    [InlineData("double F(double a, double b) => a + b;", "arithmetic: a - b")]
    [InlineData("double F(double a, double b) => a * -b;", "arithmetic: a / -b", "sign: b")]
    [InlineData("bool F(int a, int b) => a <= b && a != b;", "logic: a <= b || a != b", "comparison: a < b", "comparison: a == b")]
    [InlineData("double F(double a, double b) => System.Math.Max(a, b);", "arguments: System.Math.Max(b, a)", "function: System.Math.Min(a, b)")]
    [InlineData("double F() => 0.5;", "constant: 0.5 * 1.05", "digit: 0.5 * 1.001")]
    [InlineData("int n; void F() { n = 3; }", "constant: 3 + 1", "statement: ")]
    [InlineData("int n; void F(int k) { n += k; }", "arithmetic: n -= k", "statement: ")]
    public void An_error_is_planted_for_what_computes(string member, params string[] expected) => Assert.Equal(expected.Order(), Planted(member));

    [Theory]
    [InlineData("const int N = 3;")]
    [InlineData("static readonly double Half = 0.5;")]
    [InlineData("static double Half { get; } = 0.5;")]
    [InlineData("[System.Obsolete(\"a\" + \"b\")] void F(int k = 2) { }")]
    [InlineData("string F(string a, int b) => a + b;")]
    [InlineData("void F(int a) => throw new System.ArgumentException($\"{a + 1}\");")]
    [InlineData("bool F(object a) => a is int b && b is > 3;")]
    public void None_is_planted_in_what_is_constant_or_text_or_declares(string member) => Assert.Empty(Planted(member));

    [Fact]
    public void The_source_with_switches_compiles_and_computes_either()
    {
        const string Source = "namespace ParityNet; public static class Two { public static int F(int a) { int b = a + 2; if (b > 0) b = b * 3; else b = 1; return b; } }";
        Site[] sites = [Site(0, Source, "a + 2", "a - 2"), Site(1, Source, "b = b * 3;", "")];
        CSharpCompilation compilation = Compilation(Planting.Switched(Source, sites), Mutation.Source(2));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        System.Reflection.Assembly loaded = System.Reflection.Assembly.Load(image.ToArray());
        System.Reflection.MethodInfo computed = loaded.GetType("ParityNet.Two")!.GetMethod("F")!;
        System.Reflection.FieldInfo active = loaded.GetType("ParityNet.Mutation")!.GetField("Active")!;
        int With(int id)
        {
            active.SetValue(null, id);
            return (int)computed.Invoke(null, [5])!;
        }
        Assert.Equal((21, 9, 7), (With(-1), With(0), With(1)));
    }

    static Site Site(int id, string source, string original, string mutated) =>
        new(id, "src/Two.cs", 1, source.IndexOf(original, StringComparison.Ordinal), "", original, mutated);

    static IEnumerable<string> Planted(string member)
    {
        CSharpCompilation compilation = Compilation($"class Here {{ {member} }}");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().SelectMany(node => Grammar.Of(node, model)).Select(error => $"{error.Kind}: {error.Mutated}").Order();
    }

    static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create("here", sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        SourceAssemblies.References.Select(path => MetadataReference.CreateFromFile(path)), new(OutputKind.DynamicallyLinkedLibrary));
}
