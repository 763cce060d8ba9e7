using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>What holds for the source as a whole.</summary>
public class HouseTests
{
    const int MostFiles = 25, MostCharacters = 150;

    public static TheoryData<string> Projects => new(Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    public static TheoryData<string> Folders => new(Files().Select(path => Path.GetDirectoryName(path)!).Distinct().Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void Folders_of_a_project_use_each_other_one_way(string project) => Assert.Empty(FolderGraph.Of(project).Circles());

    [Theory, MemberData(nameof(Folders))]
    public void Folder_holds_few_files(string folder) => Assert.InRange(Files().Count(path => Path.GetDirectoryName(path) == folder), 1, MostFiles);

    [Fact]
    public void Lines_are_short() => Assert.Empty(
        from path in Files()
        from line in File.ReadLines(Repository.At(path)).Index()
        where line.Item.Length > MostCharacters
        select $"{path}:{line.Index + 1}");

    static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.At("src"), "*.*s", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".fs", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path));
}
