using ParityNet.Cli.Exits;

namespace ParityNet.Cli.Output;

/// <summary>A folder that receives all of its files at the end or none: they are written to a staging folder and then moved.</summary>
sealed class OutputFolder : IDisposable
{
    readonly string staging;
    readonly string? created;

    /// <summary>Opens a folder before the work starts, so that a folder without write access fails at once.</summary>
    /// <param name="path">The folder; created where it does not exist.</param>
    /// <exception cref="UsageException">It cannot be written to.</exception>
    public OutputFolder(string path)
    {
        try
        {
            FullPath = Path.GetFullPath(path);
            created = FirstMissing(FullPath);
            Directory.CreateDirectory(FullPath);
            staging = Directory.CreateDirectory(Path.Combine(FullPath, $".unfinished-{Environment.ProcessId}")).FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--out must be a folder that can be written to: expected one, got {path} ({problem.Message.TrimEnd('.')}).",
                problem);
        }
    }

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Writes a file to the staging folder.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(staging, name), text);

    /// <summary>Moves all files to the folder.</summary>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> Finish()
    {
        var finished = new List<string>();
        foreach (string file in Directory.EnumerateFiles(staging).Order(StringComparer.Ordinal))
        {
            string target = Path.Combine(FullPath, Path.GetFileName(file));
            File.Move(file, target, overwrite: true);
            finished.Add(target);
        }
        return finished;
    }

    public void Dispose()
    {
        Directory.Delete(staging, recursive: true);
        for (string? folder = FullPath; created is not null && folder is not null
            && folder.Length >= created.Length; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                break;
            Directory.Delete(folder);
        }
    }

    static string? FirstMissing(string path)
    {
        string? missing = null;
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing = folder;
        return missing;
    }
}
