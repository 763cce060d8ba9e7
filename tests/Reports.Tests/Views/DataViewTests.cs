using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests.Views;

public sealed class DataViewTests
{
    public static TheoryData<string> Samples => [.. SampleReport.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Tables_have_a_row_for_every_op_and_backend_law_and_worst_case(string name)
    {
        Report report = SampleReport.Named(name);
        (string Text, int Rows)[] tables =
        [
            (CsvView.Ops(report), report.Ops.Sum(op => op.Accuracy.Length)), (CsvView.Laws(report), report.Laws.Length),
            (CsvView.WorstCases(report), report.Ops.Sum(op => op.Worst.Length)),
        ];
        foreach ((string text, int rows) in tables)
        {
            string[][] read = [.. Read(text)];
            Assert.Equal(rows + 1, read.Length);
            Assert.All(read, row => Assert.Equal(read[0].Length, row.Length));
        }
    }

    [Fact]
    public void Numbers_and_commands_of_a_table_read_back()
    {
        Report report = SampleReport.Agreeing();
        string[][] ops = [.. Read(CsvView.Ops(report))], worst = [.. Read(CsvView.WorstCases(report))];
        Assert.Equal(report.Ops.SelectMany(op => op.Accuracy).Select(a => a.Max),
            ops.Skip(1).Select(row => double.Parse(row[Array.IndexOf(ops[0], "max_ulp")], CultureInfo.InvariantCulture)));
        Assert.Equal(report.Ops.SelectMany(op => op.Worst).Select(c => c.Replay), worst.Skip(1).Select(row => row[^1]));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Tests_of_a_build_server_are_counted_as_they_stand(string name)
    {
        XElement root = XDocument.Parse(JUnitView.Render(SampleReport.Named(name))).Root!;
        foreach (XElement suite in root.DescendantsAndSelf().Where(e => e.Name != "testcase" && e.Attribute("tests") is not null))
        {
            Assert.Equal(suite.Descendants("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        }
        Assert.Equal(SampleReport.Named(name).Summary.Agrees, !root.Descendants("failure").Any());
    }

    [Fact]
    public void A_failure_names_what_broke_and_how_to_rerun_it()
    {
        XElement[] failures = [.. XDocument.Parse(JUnitView.Render(SampleReport.Disagreeing())).Descendants("failure")];
        Assert.Contains(failures, f => f.Value.Contains("./paritynet replay", StringComparison.Ordinal));
        Assert.Contains(failures, f => f.Value.Contains("g = [0f]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_law_that_is_known_to_break_is_skipped_with_its_reason() => Assert.Contains(
        XDocument.Parse(JUnitView.Render(SampleReport.Agreeing())).Descendants("skipped"),
        skipped => (string?)skipped.Attribute("message") == "Vector lanes and the scalar tail use different code.");

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_annotation_is_one_line_and_ten_of_a_kind_are_the_most(string name)
    {
        Report report = SampleReport.Named(name);
        string[] lines = GitHubView.Annotations(report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) title=[^:,]*::.+$", line));
        Assert.All(lines.GroupBy(line => line.Split(' ')[0]), kind => Assert.InRange(kind.Count(), 1, 10));
        Assert.Equal(report.Summary.Agrees, !lines.Any(line => line.StartsWith("::error", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("::notice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("agreeing", "brightgreen", "14 ops, 5,600 cases")]
    [InlineData("disagreeing", "red", "17 unexplained, 14 ops, 5,600 cases, partial")]
    [InlineData("empty", "yellow", "14 ops, 0 cases, partial")]
    public void A_badge_is_green_only_for_a_whole_run_that_agrees(string name, string color, string message)
    {
        JsonNode badge = JsonNode.Parse(BadgeView.Render(SampleReport.Named(name)))!;
        Assert.Equal((1, "parity with torch", message, color),
            ((int)badge["schemaVersion"]!, (string?)badge["label"], (string?)badge["message"], (string?)badge["color"]));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_citation_names_the_report_by_its_hash(string name)
    {
        Report report = SampleReport.Named(name);
        string hash = ReportJson.Hash(report), bib = CitationView.BibTeX(report), cff = CitationView.Cff(report);
        Assert.Contains(hash, bib, StringComparison.Ordinal);
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
        Assert.Contains($"sha256:{hash}", cff, StringComparison.Ordinal);
        // Every value that is not a plain word is quoted, so that no text of a report is YAML.
        Assert.All(cff.Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal)),
            line => Assert.Matches("^[ -]*[a-z-]+: (\"([^\"\\\\]|\\\\.)*\"|[A-Za-z0-9 .-]+)$", line));
    }

    [Fact]
    public void Formats_have_a_name_and_a_file_of_their_own()
    {
        Assert.Equal(ReportFormat.All.Length, ReportFormat.All.Select(format => format.Name).Distinct().Count());
        string[] files = [.. ReportFormat.All.SelectMany(format => format.Files).Select(file => file.Name)];
        Assert.Equal(files.Length, files.Distinct().Count());
        Assert.Equal("json", ReportFormat.All[0].Name);
    }

    [Fact]
    public void What_is_unexplained_comes_first_and_a_known_difference_is_no_reason_to_look()
    {
        Attention[] looked = [.. Attention.Of(SampleReport.Disagreeing())];
        Assert.True(looked[0].IsTrouble);
        Assert.Equal("huber_loss", looked[0].Op.Op);
        Assert.Contains(looked, a => a is { Op.Op: "adam", IsTrouble: true });
        Assert.DoesNotContain(Attention.Of(SampleReport.Agreeing()), a => a.Op.Op == "binary_cross_entropy_with_logits");
    }

    // RFC 4180.
    static IEnumerable<string[]> Read(string text) => Regex.Matches(text, "(?:(?:\"(?:[^\"]|\"\")*\"|[^,\"\n]*)(?:,|\n))+?(?<=\n)")
        .Select(line => Regex.Matches(line.Value, "(\"(?:[^\"]|\"\")*\"|[^,\"\n]*)[,\n]").Select(m => m.Groups[1].Value)
            .Select(field => field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field).ToArray());
}
