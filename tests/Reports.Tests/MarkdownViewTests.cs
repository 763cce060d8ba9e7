using System.Text.RegularExpressions;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class MarkdownViewTests
{
    static readonly Dictionary<string, Func<string>> Pages = new()
    {
        ["agreeing"] = () => MarkdownView.Render(SampleReport.Agreeing()),
        ["disagreeing"] = () => MarkdownView.Render(SampleReport.Disagreeing()),
        ["alone"] = () => MarkdownView.Render(SampleReport.Alone()),
        ["empty"] = () => MarkdownView.Render(SampleReport.Empty()),
        ["training"] = () => TrainingView.Markdown(SampleTraining.Of()),
        ["training-alone"] = () => TrainingView.Markdown(SampleTraining.Alone()),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_a_table_has_as_many_cells_as_its_header(string name)
    {
        string[][] tables = [.. Tables(Pages[name]())];
        Assert.NotEmpty(tables);
        foreach (string[] table in tables)
        {
            Assert.Matches(@"^\|( (:--|--:) \|)+$", table[1]);
            Assert.All(table, row => Assert.Equal(Cells(table[0]), Cells(row)));
        }
    }

    [Fact]
    public void Verdicts_and_accuracy_have_a_row_for_every_op_and_element_type()
    {
        Report report = SampleReport.Agreeing();
        string text = MarkdownView.Render(report);
        foreach (string section in (string[])["## Verdicts", "## Accuracy"])
        {
            string[] table = [.. Tables(SectionOf(text, section)).SelectMany(rows => rows.Skip(2))];
            Assert.Equal(report.Ops.Length, table.Count(row => report.Ops.Any(op => row.StartsWith($"| `{op.Op}` |", StringComparison.Ordinal))));
            Assert.All(report.Ops, op => Assert.Contains(table, row => row.StartsWith($"| `{op.Op}` | {op.ElementType} |", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Text_of_a_report_never_becomes_markup()
    {
        string text = MarkdownView.Render(SampleReport.Disagreeing());
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Contains(@"\| \`code\`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_broken_property_without_a_reason_counts_as_trouble()
    {
        string text = MarkdownView.Render(SampleReport.Agreeing());
        Assert.DoesNotContain("## Disagreements", text, StringComparison.Ordinal);
        Assert.Contains("Vector lanes and the scalar tail use different code.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_is_longer_than_what_it_holds() =>
        Assert.StartsWith("````", Markdown.Block("", "```\nx\n```"), StringComparison.Ordinal);

    static string SectionOf(string text, string heading)
    {
        int start = text.IndexOf(heading, StringComparison.Ordinal), end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    static IEnumerable<string[]> Tables(string text) => Regex.Matches(text, @"(?:^\|.*\n)+", RegexOptions.Multiline)
        .Select(m => m.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    // A bar after a backslash is text.
    static int Cells(string row) => Regex.Count(row, @"(?<!\\)\|") - 1;
}
