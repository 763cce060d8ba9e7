using System.Text.RegularExpressions;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class HtmlViewTests
{
    [Fact]
    public void A_page_without_the_chart_library_says_so_and_has_tables_instead()
    {
        string html = HtmlView.Render(SampleReport.Agreeing(), withCharts: false);
        Assert.Contains("class=\"note no-charts\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chart\"", html, StringComparison.Ordinal);
        string[] figures = [.. Regex.Matches(html, "<figure.*?</figure>", RegexOptions.Singleline).Select(m => m.Value)];
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains("<table>", figure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_of_a_report_never_becomes_markup(bool withCharts)
    {
        Report report = SampleReport.Disagreeing();
        string html = HtmlView.Render(report, withCharts && HtmlView.HasCharts);
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(html, "<script"), Regex.Count(html, "</script>"));
    }

    [Fact]
    public void The_chart_library_stands_in_a_page_once_with_its_licences()
    {
        Assert.SkipUnless(HtmlView.HasCharts, "The build could not fetch the chart library.");
        string html = HtmlView.Render(SampleReport.Agreeing());
        foreach (string name in (string[])["vega", "vega-lite", "vega-embed"])
            Assert.Equal(1, Regex.Count(html, $"^{name}: Copyright", RegexOptions.Multiline));
    }

    [Fact]
    public void Every_chart_has_a_caption_and_a_label()
    {
        string html = HtmlView.Render(SampleReport.Agreeing());
        int figures = Regex.Count(html, "<figure");
        Assert.True(figures > 10);
        Assert.Equal(figures, Regex.Count(html, "<figcaption>[^<]+</figcaption>"));
        Assert.Equal(Regex.Count(html, "class=\"chart\""), Regex.Count(html, "role=\"img\" aria-label=\"[^\"]+\"></div>"));
    }

    [Fact]
    public void A_page_shows_what_a_reader_needs_to_repeat_and_to_cite()
    {
        Report report = SampleReport.Disagreeing();
        string html = HtmlView.Render(report, withCharts: false);
        Assert.Contains(ReportJson.Hash(report), html, StringComparison.Ordinal);
        Assert.Contains(report.Setup.Command, html, StringComparison.Ordinal);
        Assert.Contains("0x1.759b8ap-3", html, StringComparison.Ordinal);
        Assert.Contains("./paritynet replay", html, StringComparison.Ordinal);
        Assert.Contains("The run was ended early", html, StringComparison.Ordinal);
        Assert.Contains("17 elements outside without an explanation", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_ended_early_gets_no_tick()
    {
        Report partial = SampleReport.Agreeing() with { Complete = false };
        string said = $"So far no unexplained disagreement in what ran, and the {partial.Summary.LawsHeld} laws that ran hold.";
        Assert.Contains($"<p class=\"status partial\"><span aria-hidden=\"true\">…</span> {said}</p>", HtmlView.Render(partial, withCharts: false), StringComparison.Ordinal);
        Assert.Contains($"**… {said}**", MarkdownView.Render(partial), StringComparison.Ordinal);
        Assert.Contains("**… So far no unexplained disagreement in what ran; no law ran.**", MarkdownView.Render(SampleReport.Empty()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_is_pure() => Assert.Equal(HtmlView.Render(SampleReport.Agreeing()), HtmlView.Render(SampleReport.Agreeing()));

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        string folder = Path.Combine(Repository.Root, "src", "Reports", "Rendering", "charts");
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(folder, "package-lock.json")), StringComparison.Ordinal);
        Assert.Matches("\"vega\": \"\\d+\\.\\d+\\.\\d+\"", File.ReadAllText(Path.Combine(folder, "package.json")));
    }
}
