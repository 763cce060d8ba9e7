using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;

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
