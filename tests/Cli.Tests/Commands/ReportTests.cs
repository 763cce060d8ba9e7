using ParityNet.Reports;

namespace ParityNet.Cli.Tests.Commands;

public class ReportTests
{
    [Fact]
    public async Task A_report_writes_three_files_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "identity,relu", "--cases", "5", "--dtype", "float32", "--backends", "native", "--out", folder.Sub("deep/out"));
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(["report.html", "report.json", "report.md"], Directory.EnumerateFileSystemEntries(folder.Sub("deep/out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Report report = ReportJson.Read(File.ReadAllText(folder.Sub("deep/out/report.json")));
        Assert.True(report.Complete);
        Assert.Equal(["identity", "relu"], report.Ops.Select(op => op.Op));
        Assert.All(report.Ops, op => Assert.Equal((5L, "float32"), (op.Cases, op.ElementType)));
        Assert.Contains("relu", ran.Output, StringComparison.Ordinal);
        Assert.Empty(ran.Error);
    }

    [Fact]
    public async Task Json_goes_to_the_output_as_it_goes_to_the_file()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "relu", "--cases", "2", "--quick", "--backends", "native", "--json", "--out", folder.Sub("out"));
        Assert.Equal(File.ReadAllText(folder.Sub("out/report.json")), ran.Output);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_known_before_the_work()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("file", "");
        (await Ran.Of("report", "--out", file)).IsOneSentence("--out must be a folder that can be written to");
        (await Ran.Of("report", "--out", Path.Combine(file, "below"))).IsOneSentence("--out must be a folder that can be written to");
        (await Ran.Of("report", "--out", "")).IsOneSentence("--out must be a folder that can be written to");
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_report_that_is_cut_short_is_whole_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var tool = new ToolProcess("report", "--ops", "adam", "--cases", "10000000", "--backends", "native", "--out", folder.Sub("out"));
        while (!Directory.Exists(folder.Sub("out")))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        tool.Terminate();
        string output = await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(143, await tool.ExitCode());
        Assert.Contains("cut short", output, StringComparison.Ordinal);
        Assert.False(ReportJson.Read(File.ReadAllText(folder.Sub("out/report.json"))).Complete);
        Assert.Equal(3, Directory.EnumerateFileSystemEntries(folder.Sub("out")).Count());
    }

    [Fact]
    public async Task Ops_may_be_all_of_a_kind()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "models,relu", "--cases", "2", "--dtype", "float32", "--backends", "native", "--json", "--out", folder.Sub("out"));
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal([.. Parity.Catalog.Of(Parity.OpKind.Model).Select(op => op.Name), "relu"], ReportJson.Read(ran.Output).Setup.Ops);
    }

    [Fact]
    public async Task What_nobody_asks_for_is_shared_by_a_rule_that_the_report_states()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "relu,identity", "--quick", "--backends", "native", "--json", "--out", folder.Sub("out"));
        ReportSetup setup = ReportJson.Read(ran.Output).Setup;
        Assert.Equal((60, "3000 cases shared evenly by 4 ops and element types, at least 8 and at most 60 each"), (setup.CasesPerOp, setup.CaseRule));
        Assert.Contains("--quick", setup.Command, StringComparison.Ordinal);
    }
}
