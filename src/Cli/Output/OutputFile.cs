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
    public static void Write(string option, string path, string text)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            try
            {
                File.WriteAllText(unfinished, text);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception problem) when (FileProblem.Is(problem))
        {
            throw new UsageException($"{option} must be a file that can be written: expected one, got {FileProblem.Of(problem)} at " +
                $"{Echo.Of(path)}.", problem);
        }
    }
}
