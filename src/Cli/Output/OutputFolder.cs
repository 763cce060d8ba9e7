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
            Directory.CreateDirectory(FullPath);
            RemoveOld();
            staging = Directory.CreateDirectory(Path.Combine(FullPath, $"{Unfinished}{Guid.NewGuid():N}")).FullName;
            AppDomain.CurrentDomain.ProcessExit += RemoveStaging;
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
        (string File, string Target)[] moves =
            [.. Directory.EnumerateFiles(staging).Order(StringComparer.Ordinal)
                .Select(file => (file, Path.Combine(FullPath, Path.GetFileName(file))))];
        if (moves.FirstOrDefault(move => Directory.Exists(move.Target)) is { Target: { } folder })
            throw new UsageException($"--out must have room for {Path.GetFileName(folder)}: expected a file or nothing of that name, got a folder.");
        string replaced = Path.Combine(staging, "replaced");
        OutputFile.Guard("--out", FullPath, () => Directory.CreateDirectory(replaced));
        var done = new Stack<(string From, string To)>();
        OutputFile.Guard("--out", FullPath, () =>
        {
            try
            {
                foreach ((string file, string target) in moves)
                {
                    if (File.Exists(target))
                        Move(target, Path.Combine(replaced, Path.GetFileName(target)));
                    Move(file, target);
                }
            }
            catch
            {
                while (done.TryPop(out (string From, string To) move))
                    File.Move(move.To, move.From, overwrite: true);
                throw;
            }
        });
        return [.. moves.Select(move => move.Target)];

        void Move(string from, string to)
        {
            File.Move(from, to);
            done.Push((from, to));
        }
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
