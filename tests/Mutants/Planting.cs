using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ParityNet.Mutants;

/// <summary>Chooses errors in the projects and keeps those with which the projects compile.</summary>
/// <param name="root">The root of the repository.</param>
sealed class Planting(string root)
{
    // At least two errors a folder; the rest by the root of what there is, so that no folder hides the others.
    const int Fewest = 2;

    static readonly string[] Projects = ["Abstractions", "Definitions", "Native", "TorchBackend"];

    /// <summary>The errors, about as many as wanted, numbered from 0.</summary>
    public IReadOnlyList<Site> Choose(int wanted, ulong seed)
    {
        var compiled = Projects.ToDictionary(project => project, Compilation);
        Site[] all = [.. compiled.Values.SelectMany(Sites)];
        IGrouping<string, Site>[] folders = [.. all.GroupBy(site => site.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal)];
        double share = wanted / folders.Sum(folder => Math.Sqrt(folder.Count()));
        Site[] chosen = [.. folders.SelectMany(folder => Spread(folder, Math.Max(Fewest, (int)Math.Round(share * Math.Sqrt(folder.Count()))), seed))];
        chosen = [.. chosen.Select((site, i) => site with { Id = i })];
        HashSet<int> broken = [.. compiled.Values.SelectMany(compilation => Broken(compilation, chosen))];
        return [.. chosen.Where(site => !broken.Contains(site.Id)).Select((site, i) => site with { Id = i })];
    }

    /// <summary>The text of a file with its errors behind switches.</summary>
    public static string Switched(string text, IEnumerable<Site> sites) => sites.OrderByDescending(site => site.Start)
        .Aggregate(text, (rest, site) => string.Concat(rest.AsSpan(0, site.Start), site.Switched, rest.AsSpan(site.Span.End)));

    CSharpCompilation Compilation(string project)
    {
        string own = $"ParityNet.{project}";
        return CSharpCompilation.Create(own,
            Directory.EnumerateFiles(Path.Combine(root, "src", project), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Concat(Build.Generated(project))
                .Select(path => Parse(File.ReadAllText(path), path)),
            Build.References.Where(path => Path.GetFileNameWithoutExtension(path) != own).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);

    IEnumerable<Site> Sites(CSharpCompilation compilation)
    {
        string source = Path.Combine(root, "src") + Path.DirectorySeparatorChar;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(source, StringComparison.Ordinal)))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string file = Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
                foreach ((string kind, string mutated) in Grammar.Of(node, model))
                    yield return new(-1, file, tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, node.SpanStart, kind, $"{node}", mutated);
        }
    }

    // Which errors are chosen depends on what they are and on the seed, not on what else there is in other folders; none lies within another.
    static List<Site> Spread(IEnumerable<Site> folder, int count, ulong seed)
    {
        var taken = new List<Site>();
        foreach (Site site in folder.OrderBy(site => Hash($"{seed} {site.File} {site.Original} {site.Mutated} {site.Start}")))
        {
            if (taken.Count == count)
                break;
            if (!taken.Any(other => other.File == site.File && other.Span.IntersectsWith(site.Span)))
                taken.Add(site);
        }

        return taken;
    }

    static ulong Hash(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Those with which a member of a file has mistakes that it has not without them.
    IEnumerable<int> Broken(CSharpCompilation compilation, Site[] sites)
    {
        CSharpCompilation switched = compilation.AddSyntaxTrees(Parse(Mutation.Source(sites.Length), ""));
        HashSet<string> before = [.. Errors(compilation).Select(error => error.GetMessage())];
        var changed = new List<(SyntaxTree Tree, Site[] Sites)>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Site[] own = [.. sites.Where(site => Path.Combine(root, site.File) == tree.FilePath).OrderBy(site => site.Start)];
            if (own.Length == 0)
                continue;
            SyntaxTree other = Parse(Switched($"{tree.GetText()}", own), tree.FilePath);
            switched = switched.ReplaceSyntaxTree(tree, other);
            changed.Add((other, own));
        }

        ILookup<SyntaxTree?, Diagnostic> errors = Errors(switched).Where(error => !before.Contains(error.GetMessage())).ToLookup(error => error.Location.SourceTree);
        foreach ((SyntaxTree tree, Site[] own) in changed)
        {
            foreach (Diagnostic error in errors[tree])
            {
                TextSpan member = tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Span ?? tree.GetRoot().Span;
                foreach (Site site in own.Where(site => Within(site, own, member)))
                    yield return site.Id;
            }
        }
    }

    // Switches before a site move it by what they add.
    static bool Within(Site site, Site[] all, TextSpan member)
    {
        int start = site.Start + all.Where(other => other.Start < site.Start).Sum(other => other.Switched.Length - other.Original.Length);
        return member.Contains(start);
    }

    static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);
}
