using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Reports;

/// <summary>The files that hold parts of a run.</summary>
static class PartFiles
{
    const string Name = "part-*-of-*.json";

    /// <summary>Runs a part and writes its file; a part that is there, whole and of the same run, is left as it is.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ReportOptions options, Shard shard, string folder, Terminal terminal)
    {
        using var output = new OutputFolder(folder);
        var run = new ReportRun(options);
        if (Existing(Path.Combine(folder, shard.FileName)) is { Complete: true } there && there.Shard == shard
            && ReportParts.Difference(there, run.Blank(shard)) is null)
        {
            terminal.WriteWrapped($"Part {shard} is there already: {Path.Combine(folder, shard.FileName)}.");
            return ExitCode.Done;
        }
        using var interruption = new Interruption();
        ReportPart part = Bar.Show(terminal, $"Part {shard}", 1, tell => run.Part(shard, new Told(tell), interruption.Token));
        if (!part.Complete)
        {
            terminal.WriteWrapped($"Part {shard} was cut short, and nothing of it is written.");
            return Interruption.Code;
        }
        output.Write(shard.FileName, PartJson.Write(part));
        terminal.WriteWrapped($"Wrote {output.Finish()[0]}.");
        return ExitCode.Done;
    }

    /// <summary>Reads parts.</summary>
    /// <param name="paths">Files, or folders that hold some.</param>
    /// <exception cref="UsageException">One cannot be read.</exception>
    public static IReadOnlyList<ReportPart> Read(IEnumerable<string> paths) => [.. paths.SelectMany(Files).Select(Read)];

    /// <summary>Removes files that an earlier run with other options has left, so that they are made again.</summary>
    /// <remarks>Of another machine they may be: a cluster's nodes are not the one that follows them.</remarks>
    public static void RemoveOthers(IEnumerable<string> files, ReportPart wanted, Terminal terminal)
    {
        foreach (string file in files.Where(File.Exists))
            if (Existing(file) is not { } part
                || (part.Setup.Command, part.Environment.ParityNet) != (wanted.Setup.Command, wanted.Environment.ParityNet))
            {
                File.Delete(file);
                terminal.WriteWrapped($"{Path.GetFileName(file)} is of another run, and is made again.");
            }
    }

    static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        ReportSource.Complete(path);
        string[] files = [.. Directory.EnumerateFiles(path, Name).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files
            : throw new UsageException($"part must be a file or a folder of parts: expected {Name} in {Echo.Of(path)}, got none.");
    }

    static ReportPart Read(string file) => ReportSource.Read(file, "part of a run", PartJson.Read);

    static ReportPart? Existing(string file)
    {
        try
        {
            return File.Exists(file) ? Read(file) : null;
        }
        catch (UsageException)
        {
            // What cannot be read is run again.
            return null;
        }
    }
}
