using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>What every project of the solution must have, so that it restores and runs alike everywhere.</summary>
public class SetupTests
{
    public static TheoryData<string> Projects => new(((string[])["src", "tests", "samples", "bench"])
        .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.?sproj", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal));

    public static TheoryData<string> WithProperties => new(Projects.Select(row => row.Data).Where(project => File.ReadAllText(Repository.At(project)).Contains("\"FsCheck.Xunit.v3\"", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Projects))]
    public void Project_has_a_lock_file(string project) =>
        Assert.True(File.Exists(Path.Combine(Folder(project), "packages.lock.json")), $"{project} must have packages.lock.json: dotnet restore writes it.");

    [Theory, MemberData(nameof(WithProperties))]
    public void Project_with_properties_replays_the_same_cases_at_every_run(string project) => Assert.True(
        Directory.EnumerateFiles(Folder(project), "*.cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains("[assembly: Properties(Replay = \"", StringComparison.Ordinal)),
        $"{project} must fix the seed of its properties: expected [assembly: Properties(Replay = \"(…)\")], got none.");

    static string Folder(string project) => Path.GetDirectoryName(Repository.At(project))!;
}
