using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>Reads reports that an earlier run wrote.</summary>
static class ReportSource
{
    /// <summary>An argument that names a report.</summary>
    public static Argument<string> Argument(string name, string description) => new(name) { Description = description };

    /// <summary>Reads a report.</summary>
    /// <param name="path">A <c>report.json</c>, or the folder that holds it.</param>
    /// <exception cref="UsageException">There is none, or it is of another version.</exception>
    public static Report Read(string path) => Read(path, "report.json", ReportJson.Read);

    /// <summary>Reads a file of a run.</summary>
    /// <param name="path">The file, or its folder.</param>
    /// <param name="name">The usual name of the file.</param>
    /// <param name="read">Reads its text.</param>
    public static T Read<T>(string path, string name, Func<string, T> read)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, name) : path;
        Complete(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)));
        try
        {
            return read(File.ReadAllText(file));
        }
        catch (FormatException problem)
        {
            throw new UsageException($"{Echo.Of(path)} must be a {name}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} must be a file that can be read: expected one, got {Echo.Of(path)}.", problem);
        }
    }

    /// <summary>Makes the moves that a killed run has left in a folder; where they cannot be made, the folder stays as it is.</summary>
    public static void Complete(string? folder)
    {
        try
        {
            if (folder is not null && Directory.Exists(folder))
                FinishedFolder.DeliverRest(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}
