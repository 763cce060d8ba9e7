using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;

namespace ParityNet.Cli.Tests.Output;

public class OutputFolderTests
{
    [Fact]
    public void Files_replace_older_ones_all_together()
    {
        using var folder = new TemporaryFolder();
        folder.File("a.txt", "old");
        using (var output = new OutputFolder(folder.Path))
        {
            output.Write("a.txt", "new");
            output.Write("b.txt", "new");
            Assert.Equal("old", File.ReadAllText(folder.Sub("a.txt")));
            Assert.Equal([folder.Sub("a.txt"), folder.Sub("b.txt")], output.Finish());
        }

        Assert.Equal(["new", "new"], Directory.EnumerateFileSystemEntries(folder.Path).Select(File.ReadAllText));
    }

    [Fact]
    public void A_folder_in_the_way_leaves_the_old_files()
    {
        using var folder = new TemporaryFolder();
        folder.File("a.txt", "old");
        Directory.CreateDirectory(folder.Sub("b.txt"));
        using (var output = new OutputFolder(folder.Path))
        {
            output.Write("a.txt", "new");
            output.Write("b.txt", "new");
            Assert.Equal("--out must have room for b.txt: expected a file or nothing of that name, got a folder.", Assert.Throws<UsageException>(output.Finish).Message);
        }

        Assert.Equal("old", File.ReadAllText(folder.Sub("a.txt")));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder.Path).Count());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Moves_that_a_killed_run_has_left_are_made_by_the_next_writer_or_reader(bool reader)
    {
        using var folder = new TemporaryFolder();
        // Killed after it moved one file, and away the old one of another.
        string finished = folder.Sub(".finished-1");
        Directory.CreateDirectory(Path.Combine(finished, "replaced"));
        folder.File("a.txt", "new");
        folder.File("d.txt", "other");
        File.WriteAllText(Path.Combine(finished, "replaced", "a.txt"), "old");
        File.WriteAllText(Path.Combine(finished, "replaced", "b.txt"), "old");
        File.WriteAllText(Path.Combine(finished, "b.txt"), "new");
        File.WriteAllText(Path.Combine(finished, "c.txt"), "new");
        folder.File(".finished-1.lock", "");
        if (reader)
            Assert.Equal("new", ReportSource.Read(folder.Path, "c.txt", text => text));
        else
            new OutputFolder(folder.Path).Dispose();

        Assert.Equal(["a.txt new", "b.txt new", "c.txt new", "d.txt other"], Directory.EnumerateFileSystemEntries(folder.Path)
            .Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {File.ReadAllText(file)}"));
    }

    [Fact]
    public async Task Who_opens_a_folder_waits_for_the_moves_of_a_process_that_lives()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Sub(".finished-1"));
        File.WriteAllText(folder.Sub(".finished-1/a.txt"), "new");
        Task waiting;
        using (File.Open(folder.Sub(".finished-1.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => new OutputFolder(folder.Path).Dispose(), TestContext.Current.CancellationToken);
            await Task.Delay(200, TestContext.Current.CancellationToken);
            Assert.False(waiting.IsCompleted);
        }

        await waiting;
        Assert.Equal([folder.Sub("a.txt")], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_killed_run_left_is_neither_taken_over_nor_kept_for_ever()
    {
        using var folder = new TemporaryFolder();
        string old = folder.Sub(".unfinished-1"), fresh = folder.Sub($".unfinished-{Environment.ProcessId}");
        foreach (string left in (string[])[old, fresh])
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(left).FullName, "half.txt"), "half");
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        using (var output = new OutputFolder(folder.Path))
        {
            output.Write("a.txt", "new");
            Assert.Equal([folder.Sub("a.txt")], output.Finish());
        }

        Assert.False(Directory.Exists(old));
        Assert.False(File.Exists(folder.Sub("half.txt")));
    }
}
