using System.Text;
using System.Text.Json;

namespace ParityNet.Mutants;

/// <summary>The copy of the repository that has every error behind a switch, and what is known of its errors.</summary>
/// <param name="folder">Where it lies.</param>
sealed class Copy(string folder)
{
    const string Listing = "mutants.json", Reached = "reached.jsonl", Known = "outcomes.jsonl";

    static readonly string[] Parts = ["src", "tests", "eng", "data", "docs", "samples", "workers"];

    readonly Lock writing = new();

    IReadOnlyList<Site>? sites;

    /// <summary>The errors; the position of each is its number.</summary>
    public IReadOnlyList<Site> Sites => sites ??= JsonSerializer.Deserialize<Site[]>(File.ReadAllText(PathOf(Listing)))!;

    /// <summary>Which errors the reports reach, as far as it is known.</summary>
    public IReadOnlyList<Reach> Reaches => Lines<Reach>(Reached);

    /// <summary>What became of the errors, as far as it is known; the last word on each.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. Lines<Outcome>(Known).GroupBy(outcome => outcome.Id).Select(same => same.Last()).OrderBy(outcome => outcome.Id)];

    /// <summary>The built assembly of a project of the copy.</summary>
    public string Assembly(string project) => PathOf(Path.Combine("artifacts", "bin", project, "release", $"ParityNet.{project}.dll"));

    /// <summary>Keeps what a report reaches.</summary>
    public void Keep(Reach reach) => Append(Reached, reach);

    /// <summary>Keeps what became of an error.</summary>
    public void Keep(Outcome outcome) => Append(Known, outcome);

    /// <summary>Writes the copy; what is known is forgotten where anything has changed, and what has not changed keeps its time, so that a second build is short.</summary>
    public void Write(string root, IReadOnlyList<Site> planted)
    {
        sites = planted;
        ILookup<string, Site> byFile = planted.ToLookup(site => site.File);
        bool changed = false;
        foreach (string path in Parts.SelectMany(part => Directory.EnumerateFiles(Path.Combine(root, part), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root)).Where(path => !path.Contains("node_modules", StringComparison.Ordinal)))
        {
            string file = Path.GetRelativePath(root, path).Replace('\\', '/');
            changed |= Put(file, byFile.Contains(file) ? Encoding.UTF8.GetBytes(Planting.Switched(File.ReadAllText(path), byFile[file])) : File.ReadAllBytes(path))
                && !file.StartsWith("docs/", StringComparison.Ordinal);
        }

        changed |= Put("src/Abstractions/Mutation.cs", Encoding.UTF8.GetBytes(Mutation.Source(planted.Count)));
        changed |= Put(Listing, JsonSerializer.SerializeToUtf8Bytes(planted));
        if (changed)
        {
            File.Delete(PathOf(Reached));
            File.Delete(PathOf(Known));
        }
    }

    bool Put(string file, byte[] bytes)
    {
        string path = PathOf(file);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return true;
    }

    void Append<TLine>(string file, TLine line)
    {
        lock (writing)
            File.AppendAllText(PathOf(file), JsonSerializer.Serialize(line) + "\n");
    }

    TLine[] Lines<TLine>(string file) =>
        File.Exists(PathOf(file)) ? [.. File.ReadLines(PathOf(file)).Select(line => JsonSerializer.Deserialize<TLine>(line)!)] : [];

    string PathOf(string file) => Path.Combine(folder, file);
}
