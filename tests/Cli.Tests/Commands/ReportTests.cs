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
        Assert.DoesNotContain("relu", ran.Output, StringComparison.Ordinal);
        Assert.Empty(ran.Error);
    }

    [Fact]
    public async Task The_summary_comes_first_and_fits_80_columns()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "losses", "--cases", "3", "--dtype", "float32", "--backends", "native", "--out", folder.Sub("out"));
        Assert.StartsWith("On 120 generated cases of 40 ops, native agrees", ran.Output, StringComparison.Ordinal);
        // A path has no place to break.
        Assert.All(ran.Output.Split('\n').Where(line => !line.Contains(folder.Path, StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task All_lists_every_op()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("report", "--ops", "identity,relu", "--cases", "5", "--backends", "native", "--all", "--out", folder.Sub("out"));
        Assert.Equal(2, ran.Output.Split('\n').Count(line => line.Contains("relu", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_report_has_the_formats_that_are_named_and_renders_again_to_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        string[] job = ["report", "--ops", "huber_loss,sgd", "--cases", "5", "--backends", "native", "--formats", "csv,tex,junit,badge,cite,md", "--out", folder.Sub("out")];
        Assert.Equal(0, (await Ran.Of(job)).ExitCode);
        string[] files = ["CITATION.cff", "appendix.tex", "badge.json", "junit.xml", "laws.csv", "ops.csv", "report.bib", "report.json", "report.md", "report.tex", "worst.csv"];
        Assert.Equal(files, Directory.EnumerateFiles(folder.Sub("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Ran.Of("render", folder.Sub("out"), "--formats", "all", "--out", folder.Sub("again"))).ExitCode);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(folder.Sub($"out/{file}")), File.ReadAllText(folder.Sub($"again/{file}"))));
        Assert.True(File.Exists(folder.Sub("again/report.html")));
        (await Ran.Of("report", "--formats", "pdf", "--out", folder.Sub("out"))).IsOneSentence("--formats must be formats that there are");
        (await Ran.Of("render", folder.Sub("out/ops.csv"))).IsOneSentence("must be a report.json");
        (await Ran.Of("render", folder.Sub("nowhere.json"))).IsOneSentence("report.json must be a file that can be read");
    }

    [Fact]
    public async Task A_workflow_gets_annotations_a_summary_and_outputs()
    {
        using var folder = new TemporaryFolder();
        using var tool = new ToolProcess(new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = folder.Sub("summary"), ["GITHUB_OUTPUT"] = folder.Sub("output") },
            "report", "--ops", "relu", "--cases", "3", "--backends", "native", "--ci", "github", "--out", folder.Sub("out"));
        string said = await tool.Error.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await tool.ExitCode());
        Assert.Equal("::notice title=ParityNet::On 6 generated cases of 1 op, native agrees with the definitions within bounds derived from the computation.\n", said);
        Assert.Equal(File.ReadAllText(folder.Sub("out/report.md")), File.ReadAllText(folder.Sub("summary")));
        Report report = ReportJson.Read(File.ReadAllText(folder.Sub("out/report.json")));
        Assert.Equal($"agrees=true\nsha256={ReportJson.Hash(report)}\nfolder={folder.Sub("out")}\n", File.ReadAllText(folder.Sub("output")));
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
