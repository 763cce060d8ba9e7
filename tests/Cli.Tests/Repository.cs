namespace ParityNet.Cli.Tests;

/// <summary>Files of the repository that tests read.</summary>
static class Repository
{
    static readonly Lazy<string> Found = new(Find);

    public static string Root => Found.Value;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ParityNet.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"The tests must run inside the repository: expected ParityNet.sln above {AppContext.BaseDirectory}, got none.");
    }
}
