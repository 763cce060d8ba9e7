namespace ParityNet.Cli.Output;

/// <summary>A folder whose files are whole and on their way into the folder that holds it.</summary>
static class FinishedFolder
{
    const string Prefix = ".finished-", Lock = ".lock", Replaced = "replaced";

    // Another process empties it within milliseconds.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Declares a folder finished, and moves its files to the folder that holds it, all or none.</summary>
    /// <remarks>
    /// The renaming decides: of a process that is killed before it the old files are left, and of one that is killed after it moves that the next
    /// command that opens or reads the folder makes.
    /// </remarks>
    /// <param name="staging">The folder.</param>
    public static void Deliver(string staging)
    {
        string finished = Path.Combine(Path.GetDirectoryName(staging)!, $"{Prefix}{Guid.NewGuid():N}");
        Directory.Move(staging, finished);
        Empty(finished, mayUndo: true);
    }

    /// <summary>Moves the files that killed processes have left to be moved.</summary>
    /// <param name="folder">The folder to which they go.</param>
    public static void DeliverRest(string folder)
    {
        foreach (string finished in Directory.EnumerateDirectories(folder, $"{Prefix}*"))
            Empty(finished, mayUndo: false);
    }

    // The system lets go of the lock of a process that is killed.
    static void Empty(string finished, bool mayUndo)
    {
        FileStream? alone;
        while ((alone = Locked(finished + Lock)) is null)
            Thread.Sleep(Pause);
        using (alone)
            if (Directory.Exists(finished))
                Move(finished, mayUndo);
    }

    static FileStream? Locked(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (problem.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }

    // Who goes on with the moves of another does not know all of them, and so undoes none.
    static void Move(string finished, bool mayUndo)
    {
        string above = Path.GetDirectoryName(finished)!, replaced = Directory.CreateDirectory(Path.Combine(finished, Replaced)).FullName;
        var done = new Stack<(string From, string To)>();
        try
        {
            foreach (string file in Directory.EnumerateFiles(finished).Order(StringComparer.Ordinal).ToArray())
            {
                string target = Path.Combine(above, Path.GetFileName(file));
                if (File.Exists(target))
                    Rename(target, Path.Combine(replaced, Path.GetFileName(file)));
                Rename(file, target);
            }
        }
        catch when (mayUndo)
        {
            while (done.TryPop(out (string From, string To) move))
                File.Move(move.To, move.From, overwrite: true);
            Directory.Delete(finished, recursive: true);
            throw;
        }
        Directory.Delete(finished, recursive: true);

        void Rename(string from, string to)
        {
            File.Move(from, to, overwrite: true);
            done.Push((from, to));
        }
    }
}
