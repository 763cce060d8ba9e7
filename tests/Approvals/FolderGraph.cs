using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>Which folders of a project use types of which others, as the compiler resolves names.</summary>
sealed class FolderGraph
{
    readonly Dictionary<string, Dictionary<string, string>> uses = [];
    readonly string root;

    FolderGraph(string root, CSharpCompilation compilation)
    {
        this.root = root;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(root, StringComparison.Ordinal)))
            Read(tree, compilation.GetSemanticModel(tree));
    }

    /// <summary>The graph of a project of src.</summary>
    public static FolderGraph Of(string project)
    {
        string root = Repository.At("src", project), assembly = SourceAssemblies.NameOf(project);
        IEnumerable<string> generated = Directory.EnumerateFiles(SourceAssemblies.Intermediate(project), "*.cs");
        return new(root, CSharpCompilation.Create(
            assembly,
            Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Concat(generated).Select(path =>
                CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path)),
            SourceAssemblies.References.Where(path => Path.GetFileNameWithoutExtension(path) != assembly).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)));
    }

    /// <summary>Every use that lies on a circle: of a folder from which there is a way back.</summary>
    public IEnumerable<string> Circles() =>
        from use in uses
        from used in use.Value
        where Reach(used.Key).Contains(use.Key)
        select $"{use.Key} uses {used.Key} ({used.Value})";

    HashSet<string> Reach(string folder)
    {
        HashSet<string> reached = [];
        var open = new Stack<string>([folder]);
        while (open.TryPop(out string? next))
        {
            if (reached.Add(next) && uses.TryGetValue(next, out Dictionary<string, string>? used))
                foreach (string other in used.Keys)
                    open.Push(other);
        }

        return reached;
    }

    void Read(SyntaxTree tree, SemanticModel model)
    {
        string from = FolderOf(tree.FilePath);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (Used(node, model) is not { } type)
                continue;
            string[] folders = [.. type.DeclaringSyntaxReferences.Select(declared => declared.SyntaxTree.FilePath)
                .Where(path => path.StartsWith(root, StringComparison.Ordinal)).Select(FolderOf)];
            if (folders.Length == 0 || folders.Contains(from))
                continue;
            if (!uses.TryGetValue(from, out Dictionary<string, string>? used))
                uses[from] = used = [];
            used.TryAdd(folders[0], $"{Path.GetFileNameWithoutExtension(tree.FilePath)} uses {type.Name}");
        }
    }

    static INamedTypeSymbol? Used(SyntaxNode node, SemanticModel model)
    {
        ISymbol? symbol = node switch
        {
            SimpleNameSyntax or BinaryExpressionSyntax => model.GetSymbolInfo(node).Symbol,
            BaseObjectCreationExpressionSyntax => model.GetTypeInfo(node).Type,
            _ => null,
        };
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    string FolderOf(string path) => Path.GetRelativePath(root, Path.GetDirectoryName(path)!).Replace('\\', '/');
}
