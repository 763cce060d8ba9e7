namespace ParityNet.Reports.Tests;

/// <summary>Where the sources stand.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "ParityNet.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository: expected ParityNet.sln above them, got none."));
}
