using Microsoft.Playwright;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class PageInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    // A chart counts as drawn when its picture has shapes in it: a frame alone has none.
    const string Undrawn = """
        [...document.querySelectorAll('.chart')]
          .filter(e => e.dataset.state !== 'drawn' || !e.querySelector('svg .role-mark path, svg .role-mark rect, svg .role-mark line'))
          .map(e => e.dataset.chart + ': ' + e.dataset.state)
        """;

    static readonly Dictionary<string, Func<string>> Pages = new()
    {
        ["agreeing"] = () => HtmlView.Render(SampleReport.Agreeing()),
        ["disagreeing"] = () => HtmlView.Render(SampleReport.Disagreeing()),
        ["identical"] = () => HtmlView.Render(SampleReport.Identical()),
        ["alone"] = () => HtmlView.Render(SampleReport.Alone()),
        ["empty"] = () => HtmlView.Render(SampleReport.Empty()),
        ["training"] = () => TrainingView.Html(SampleTraining.Of()),
        ["training-alone"] = () => TrainingView.Html(SampleTraining.Alone()),
    };

    public static TheoryData<string, ColorScheme, int> Views =>
        [.. Pages.Keys.SelectMany(name => new[] { (name, ColorScheme.Light, 1280), (name, ColorScheme.Dark, 390) })];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_draws_every_chart_and_complains_of_nothing(string name, ColorScheme scheme, int width)
    {
        Assert.SkipWhen(browser.Chromium is null, browser.Missing);
        Assert.SkipUnless(HtmlView.HasCharts, "The build could not fetch the chart library.");
        string file = Path.Combine(Path.GetTempPath(), $"paritynet-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, Pages[name](), TestContext.Current.CancellationToken);
        try
        {
            await using IBrowserContext context = await browser.Chromium.NewContextAsync(
                new() { ColorScheme = scheme, Offline = true, ViewportSize = new() { Width = width, Height = 900 } });
            IPage page = await context.NewPageAsync();
            List<string> complaints = [];
            page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
            page.PageError += (_, error) => complaints.Add(error);
            page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                    complaints.Add($"request: {request.Url}");
            };
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await page.WaitForFunctionAsync("[...document.querySelectorAll('.chart')].every(e => ['drawn', 'failed'].includes(e.dataset.state))");
            Assert.Empty(await page.EvaluateAsync<string[]>(Undrawn));
            Assert.Empty(complaints);
            Assert.Equal(name == "empty", await page.Locator(".chart").CountAsync() == 0);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page must not be wider than its window.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Rows_are_searched_filtered_and_sorted_by_keyboard()
    {
        Assert.SkipWhen(browser.Chromium is null, browser.Missing);
        string file = Path.Combine(Path.GetTempPath(), $"paritynet-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, HtmlView.Render(SampleReport.Disagreeing(), withCharts: false), TestContext.Current.CancellationToken);
        try
        {
            await using IBrowserContext context = await browser.Chromium.NewContextAsync(new() { Offline = true });
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            Assert.Equal(28, await Shown(page));
            await page.FocusAsync("form.filter input[type=search]");
            await page.Keyboard.TypeAsync("huber");
            Assert.Equal(2, await Shown(page));
            Assert.Equal("2 of 28 rows", await page.TextContentAsync("form.filter output"));
            Assert.Equal(1, await page.Locator("details.op:visible").CountAsync());
            await page.SelectOptionAsync("form.filter select[name=type]", "float64");
            Assert.Equal(1, await Shown(page));
            await page.Locator("form.filter button[type=reset]").PressAsync("Enter");
            await page.WaitForFunctionAsync("document.querySelector('form.filter output').textContent === '28 of 28 rows'");
            await page.SelectOptionAsync("form.filter select[name=has]", "outside");
            Assert.Equal(1, await Shown(page));
            await page.SelectOptionAsync("form.filter select[name=has]", "");
            await page.CheckAsync("form.filter input[name=look]");
            Assert.Equal(Attention.Of(SampleReport.Disagreeing()).Length, await Shown(page));
            await page.UncheckAsync("form.filter input[name=look]");

            // The largest error of torch, then the other way round, then as at first.
            ILocator head = page.Locator("table.rows >> nth=1").GetByRole(AriaRole.Button, new() { Name = "max" }).Nth(1);
            string[] before = await Column(page, 8);
            await head.PressAsync("Enter");
            Assert.Equal("∞", (await Column(page, 8))[0]);
            await head.PressAsync("Enter");
            Assert.Equal("∞", (await Column(page, 8))[^1]);
            await head.PressAsync("Enter");
            Assert.Equal(before, await Column(page, 8));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static Task<int> Shown(IPage page) => page.EvaluateAsync<int>("document.querySelector('table.rows').querySelectorAll('tr[data-op]:not([hidden])').length");

    static Task<string[]> Column(IPage page, int column) => page.EvaluateAsync<string[]>(
        "i => [...document.querySelectorAll('table.rows')[1].querySelectorAll('tr[data-op]')].map(row => row.children[i].textContent.trim())", column);
}
