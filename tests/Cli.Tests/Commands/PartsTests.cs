using System.Text.Json.Nodes;
using ParityNet.Reports;

namespace ParityNet.Cli.Tests.Commands;

/// <summary><c>report --shard</c>, <c>merge</c>, <c>diff</c>, <c>verify</c> and <c>--baseline</c>.</summary>
public class PartsTests
{
    static string[] Job(params string[] more) => ["report", "--ops", "huber_loss,softplus,sgd", "--cases", "20", "--backends", "native", .. more];

    [Fact]
    public async Task Parts_merge_to_the_report_of_one_run_and_those_that_are_there_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Ran.Of(Job("--out", folder.Sub("whole")))).ExitCode);
        Ran part = await Ran.Of(Job("--shard", "1/2", "--out", folder.Sub("parts")));
        Assert.Contains("part-1-of-2.json", part.Output, StringComparison.Ordinal);
        (await Ran.Of("merge", folder.Sub("parts"), "--out", folder.Sub("merged"))).IsOneSentence("all 2 parts must be given: expected them all, got all but 2");
        DateTime written = File.GetLastWriteTimeUtc(folder.Sub("parts/part-1-of-2.json"));
        Assert.Contains("is there already", (await Ran.Of(Job("--shard", "1/2", "--out", folder.Sub("parts")))).Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.Sub("parts/part-1-of-2.json")));
        Assert.Equal(0, (await Ran.Of(Job("--shard", "2/2", "--out", folder.Sub("parts")))).ExitCode);
        Assert.Equal(0, (await Ran.Of("merge", folder.Sub("parts/part-2-of-2.json"), folder.Sub("parts/part-1-of-2.json"), "--out", folder.Sub("merged"))).ExitCode);
        Assert.Equal(Canonical(folder.Sub("whole")), Canonical(folder.Sub("merged")));
        Ran same = await Ran.Of("diff", folder.Sub("whole"), folder.Sub("merged"));
        Assert.Equal((0, "The reports say the same.\n"), (same.ExitCode, same.Output));
    }

    [Theory, InlineData("{}"), InlineData("{\"schema\": \"x\\u001b\"}"), InlineData("nonsense"), InlineData("[1]"), InlineData("{\"jobs\": [{\"a\": 1}]}")]
    public async Task A_file_that_is_none_gets_one_sentence_in_our_own_words(string text)
    {
        using var folder = new TemporaryFolder();
        Ran[] all =
        [
            await Ran.Of("merge", folder.File("part-1-of-1.json", text), "--out", folder.Sub("merged")), await Ran.Of("render", folder.File("report.json", text)),
            await Ran.Of("verify", folder.Sub("report.json")), await Ran.Of("diff", folder.Sub("report.json"), folder.Sub("report.json")),
        ];
        foreach (Ran ran in all)
        {
            ran.IsOneSentence("expected its fields, got others");
            Assert.DoesNotContain("ParityNet.Reports", ran.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("deserializ", ran.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_part_of_another_run_is_run_again_and_not_mixed()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(Job("--shard", "1/2", "--out", folder.Sub("parts")));
        Assert.Contains("Wrote", (await Ran.Of(Job("--seed", "2", "--shard", "1/2", "--out", folder.Sub("parts")))).Output, StringComparison.Ordinal);
        await Ran.Of(Job("--shard", "2/2", "--out", folder.Sub("parts")));
        (await Ran.Of("merge", folder.Sub("parts"), "--out", folder.Sub("merged"))).IsOneSentence("parts must be of one run: expected the seed 2 of part 1/2, got 1 of part 2/2");
    }

    [Fact]
    public async Task Parts_of_two_machines_are_columns_only_where_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(Job("--shard", "1/2", "--out", folder.Sub("parts")));
        await Ran.Of(Job("--shard", "2/2", "--out", folder.Sub("parts")));
        string file = folder.Sub("parts/part-2-of-2.json");
        JsonNode part = JsonNode.Parse(File.ReadAllText(file))!;
        part["environment"]!["instructionSets"] = new JsonArray("AdvSimd");
        File.WriteAllText(file, part.ToJsonString() + "\n");
        (await Ran.Of("merge", folder.Sub("parts"), "--out", folder.Sub("merged"))).IsOneSentence("parts must be of one run: expected the instruction sets");
        Ran mixed = await Ran.Of("merge", folder.Sub("parts"), "--mixed", "--out", folder.Sub("mixed"));
        Assert.True(mixed.ExitCode == 0, mixed.Output + mixed.Error);
        Assert.Contains("| parts | 1 | 2 |", mixed.Output, StringComparison.Ordinal);
        Assert.Contains("| AdvSimd |", mixed.Output, StringComparison.Ordinal);
        Assert.Equal(["column-A.json", "column-B.json", "mixed.csv", "mixed.md"], Directory.GetFiles(folder.Sub("mixed")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("instructions: ", (await Ran.Of("diff", folder.Sub("mixed/column-A.json"), folder.Sub("mixed/column-B.json"))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3/2")]
    [InlineData("0/2")]
    [InlineData("half")]
    public async Task A_part_is_one_of_so_many(string shard) => (await Ran.Of(Job("--shard", shard))).IsOneSentence("--shard must be of the form i/n");

    [Fact]
    public async Task Two_seeds_differ_in_their_setting_alone()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(Job("--out", folder.Sub("a")));
        await Ran.Of(Job("--seed", "2", "--out", folder.Sub("b")));
        Ran diff = await Ran.Of("diff", folder.Sub("a"), folder.Sub("b"));
        Assert.StartsWith("seed: 1 → 2\n", diff.Output, StringComparison.Ordinal);
        Assert.Contains("only what is unexplained is compared", diff.Output, StringComparison.Ordinal);
        Assert.Contains("| seed | 1 → 2 |", (await Ran.Of("diff", folder.Sub("a"), folder.Sub("b"), "--format", "markdown")).Output, StringComparison.Ordinal);
        Assert.Contains("\"sameCases\":false", (await Ran.Of("diff", folder.Sub("a"), folder.Sub("b"), "--format", "json")).Output, StringComparison.Ordinal);
        (await Ran.Of("diff", folder.Sub("a"), folder.Sub("c"))).IsOneSentence("report.json must be a file that can be read");
    }

    [Fact]
    public async Task A_report_is_verified_and_a_forged_one_is_found_out()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(Job("--out", folder.Sub("a")));
        Ran right = await Ran.Of("verify", folder.Sub("a"), "--cases", "5");
        Assert.True(right.ExitCode == 0, right.Output + right.Error);
        Assert.DoesNotContain("Wrong", right.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 wrong.", right.Output, StringComparison.Ordinal);

        string file = folder.Sub("a/report.json");
        Report report = ReportJson.Read(File.ReadAllText(file));
        await Forged(report with { Summary = report.Summary with { Elements = 1 } }, "Wrong: the summary must be that of the ops and laws");
        await Forged(report with { Setup = report.Setup with { Seed = 9 } }, "Wrong: the hash must be the one that is stated");
        OpReport op = report.Ops[0];
        CaseReport worst = op.Worst[0];
        await Forged(report with { Ops = report.Ops.SetItem(0, op with { Worst = [worst with { Computed = [worst.Computed[0] with { Hex = "0x1p+0" }] }] }) },
            "where the report has 0x1p+0");
        File.WriteAllText(file, ReportJson.Write(report) + " ");
        Assert.Contains("Wrong: the file must be as ParityNet writes it", (await Ran.Of("verify", file, "--cases", "0")).Output, StringComparison.Ordinal);

        async Task Forged(Report forged, string problem)
        {
            File.WriteAllText(file, ReportJson.Write(forged));
            Ran ran = await Ran.Of("verify", file, "--cases", "0");
            Assert.Equal(1, ran.ExitCode);
            Assert.Contains(problem, string.Join(' ', ran.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_baseline_fails_what_is_worse_only()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(Job("--out", folder.Sub("a")));
        string file = folder.Sub("a/report.json");
        Ran same = await Ran.Of(Job("--baseline", file, "--out", folder.Sub("b")));
        Assert.Equal(0, same.ExitCode);
        Assert.EndsWith("Nothing is worse than in the baseline.\n", same.Output, StringComparison.Ordinal);
        Report report = ReportJson.Read(File.ReadAllText(file));
        File.WriteAllText(file, ReportJson.Write(report with { Ops = [report.Ops[0] with { Accuracy = [report.Ops[0].Accuracy[0] with { Max = 0 }] }, .. report.Ops.Skip(1)] }));
        Ran worse = await Ran.Of(Job("--baseline", file, "--out", folder.Sub("b")));
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains("huber_loss float32: largest error of native 0 →", worse.Output, StringComparison.Ordinal);
    }

    static string Canonical(string folder) => ReportJson.Canonical(ReportJson.Read(File.ReadAllText(Path.Combine(folder, "report.json"))));
}
