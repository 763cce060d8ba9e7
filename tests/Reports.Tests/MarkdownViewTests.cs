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
        ["everything"] = () => MarkdownView.Render(SampleReport.Everything()),
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
    public void Every_kind_has_a_row()
    {
        string text = MarkdownView.Render(SampleReport.Agreeing());
        Assert.All((string[])["loss", "activation", "optimizer", "model"], kind => Assert.Contains($"\n| {kind} | ", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_page_to_be_pasted_has_at_most_200_lines(string name) =>
        Assert.InRange(MarkdownView.Render(SampleReport.Named(name)).Count(c => c == '\n'), 15, 200);

    [Fact]
    public void What_is_unexplained_is_never_cut_off()
    {
        string text = MarkdownView.Render(SampleReport.Everything());
        Assert.Contains("| `op-0` | float32: 1,000 outside", text, StringComparison.Ordinal);
        Assert.Contains("more ops of this kind", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Reports => [.. SampleReport.Names];

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
        Assert.Contains("1 known to break", text, StringComparison.Ordinal);
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
