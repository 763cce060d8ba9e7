using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Output;

/// <summary>A folder that receives all of its files at the end or none: they are written to a staging folder and then moved.</summary>
sealed class OutputFolder : IDisposable
{
    const string Unfinished = ".unfinished-";

    readonly string staging;
    readonly string? created;

    /// <summary>Opens a folder before the work starts, so that a folder without write access fails at once.</summary>
    /// <param name="path">The folder; created where it does not exist.</param>
    /// <exception cref="UsageException">It cannot be written to.</exception>
    public OutputFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException($"--out must be a folder that can be written to: expected a path, got {Echo.Of(path)}.");
        try
        {
            FullPath = Path.GetFullPath(path);
            created = FirstMissing(FullPath);
            staging = Path.Combine(FullPath, $"{Unfinished}{Guid.NewGuid():N}");
            // A process that a signal ends must not make what nobody would remove.
            Interruption.Whole(() =>
            {
                Directory.CreateDirectory(FullPath);
                FinishedFolder.DeliverRest(FullPath);
                RemoveOld();
                AppDomain.CurrentDomain.ProcessExit += RemoveStaging;
                Directory.CreateDirectory(staging);
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                $"--out must be a folder that can be written to: expected one, got {FileProblem.Of(problem)} at {Echo.Of(path)}.",
                problem);
        }
    }

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Writes a file to the staging folder.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Write(string name, string text) =>
        OutputFile.Guard("--out", FullPath, () => OutputFile.Put(Path.Combine(staging, name), text));

    /// <summary>Moves all files to the folder, or none: what they replace comes back where a move fails.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="UsageException">A folder has the name of a file.</exception>
    public IReadOnlyList<string> Finish()
    {
        string[] names = [.. Directory.EnumerateFiles(staging).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        if (names.FirstOrDefault(name => Directory.Exists(Path.Combine(FullPath, name))) is { } folder)
            throw new UsageException($"--out must have room for {folder}: expected a file or nothing of that name, got a folder.");
        OutputFile.Guard("--out", FullPath, () => FinishedFolder.Deliver(staging));
        return [.. names.Select(name => Path.Combine(FullPath, name))];
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= RemoveStaging;
        RemoveStaging(null, EventArgs.Empty);
    }

    // A second signal ends the process without unwinding it.
    void RemoveStaging(object? sender, EventArgs ending)
    {
        try
        {
            Remove();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is removed by a run after a day.
        }
    }

    void Remove()
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
        for (string? folder = FullPath; created is not null && folder is not null
            && folder.Length >= created.Length; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                break;
            Directory.Delete(folder);
        }
    }

    // What a killed run has left.
    void RemoveOld()
    {
        foreach (string old in Directory.EnumerateDirectories(FullPath, $"{Unfinished}*"))
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(old) > TimeSpan.FromDays(1))
                Directory.Delete(old, recursive: true);
    }

    static string? FirstMissing(string path)
    {
        string? missing = null;
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing = folder;
        return missing;
    }
}
