using System.Text;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Output;

/// <summary>Writes one file whole: beside it first, then in its place.</summary>
static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(string option, string path, string text) => Guard(option, path, () =>
    {
        string unfinished = Beside(path);
        try
        {
            Put(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    });

    /// <summary>Refuses a file that cannot be written, before the work starts.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Check(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException($"{option} must be a file that can be written: expected a path, got {Echo.Of(path)}.");
        if (Directory.Exists(path))
            throw new UsageException($"{option} must be a file that can be written: expected one, got a folder at {Echo.Of(path)}.");
        Guard(option, path, () =>
        {
            string unfinished = Beside(path);
            Put(unfinished, "");
            File.Delete(unfinished);
        });
    }

    /// <summary>Writes without being cut in two by a signal, and says in one sentence what is in the way.</summary>
    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Guard(string option, string path, Action write)
    {
        try
        {
            Interruption.Whole(write);
        }
        catch (Exception problem) when (FileProblem.Is(problem))
        {
            throw new UsageException(
                $"{option} must be a path that can be written to: expected one, got {FileProblem.Of(problem)} at {Echo.Of(path)}.", problem);
        }
    }

    /// <summary>Writes text to a file that is new.</summary>
    public static void Put(string path, string text)
    {
        // File.WriteAllText asks for the room first, and its exception does not tell a full disk from other errors.
        using FileStream file = File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    static string Beside(string path) => $"{path}.{Guid.NewGuid():N}.tmp";
}
