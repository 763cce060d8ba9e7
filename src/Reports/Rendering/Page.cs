
namespace ParityNet.Reports.Rendering;

/// <summary>Writes a self-contained HTML page with embedded style, charts and chart library.</summary>
static class Page
{
    const string NoCharts =
        "This report was built without its chart library, which needs Node's npm and a network once; tables of the same numbers stand where " +
            "charts would.";

    /// <summary>The page.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="charts">The charts in the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="withCharts">Whether charts are drawn, as in <see cref="Figure"/>.</param>
    public static string Of(string title, IReadOnlyList<Chart> charts, Html body, bool withCharts) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:">
        <link rel="icon" href="data:,">
        <title>{title}</title>
        <style>
        {new Html(ChartLibrary.Read("page/page.css"))}</style>
        </head>
        <body>
        {Html.When(!withCharts, () => Html.Of($"<p class=\"note no-charts\">{NoCharts}</p>\n"))}{body}
        {Html.When(withCharts, () => Scripts(charts))}<script>
        {new Html(ChartLibrary.Script(ChartLibrary.Read("page/copy.js")))}{new Html(ChartLibrary.Script(ChartLibrary.Read("page/rows.js")))}</script>
        </body>
        </html>

        """).Text;

    /// <summary>The placeholder of a chart, with legend, caption and numbers.</summary>
    public static Html Figure(Chart chart, bool withCharts) => Html.Of($"""
        <figure id="{chart.Id}"{Html.When(chart.Panels.Length > 1, () => new Html(" class=\"wide\""))}>
        <h3>{chart.Title}</h3>
        {Html.When(withCharts, () => Panels(chart))}{Html.When(!withCharts, () => Table(chart.Numbers))}
        <figcaption>{chart.Caption}</figcaption>
        {Html.When(withCharts, () => Html.Of($"<details><summary>Numbers</summary>{Table(chart.Numbers)}</details>"))}
        </figure>

        """);

    static Html Panels(Chart chart) => Html.Of($"""
        {Html.When(chart.Keys.Length > 0, () => Html.Of($"<ul class=\"keys\">{Html.Each(chart.Keys, Key)}</ul>"))}
        <div class="panels">{Html.Each(chart.Panels.Index(), p => Html.Of($"""
        <div class="panel">{Html.When(p.Item.Title.Length > 0, () => Html.Of($"<h4>{p.Item.Title}</h4>"))}
        <div class="chart" data-chart="{chart.Id}/{p.Index}" role="img" aria-label="{Label(chart, p.Item)}"></div></div>
        """))}</div>
        """);

    static string Label(Chart chart, ChartPanel panel) =>
        $"{chart.Title}{(panel.Title.Length > 0 ? ": " : "")}{panel.Title}. {chart.Caption}";

    static Html Key(ChartKey key) => Html.Of($"""<li><svg width="22" height="12" aria-hidden="true">{Shape(key)}</svg>{key.Label}</li>""");

    static Html Shape(ChartKey key) => key.Mark switch
    {
        KeyMark.Line => Html.Of($"""<path d="M0 6H22" stroke="{key.Colour}" stroke-width="2"/>"""),
        KeyMark.Dashed => Html.Of($"""<path d="M0 6H22" stroke="{key.Colour}" stroke-width="2" stroke-dasharray="5 3"/>"""),
        KeyMark.Dot => Html.Of($"""<circle cx="11" cy="6" r="4" fill="{key.Colour}"/>"""),
        KeyMark.Circle => Html.Of($"""<circle cx="11" cy="6" r="3.5" fill="none" stroke="{key.Colour}" stroke-width="1.5"/>"""),
        KeyMark.Square => Html.Of($"""<rect x="5" width="12" height="12" fill="{key.Colour}"/>"""),
        _ => Html.Of($"""<rect width="22" height="12" fill="{key.Colour}" opacity="0.2"/>"""),
    };

    // HTML lets end tags of cells and rows be left out; those of these tables are a twentieth of the page.
    public static Html Table(ChartTable numbers)
    {
        ChartTable shown = numbers.Thinned();
        return Html.Of($"""
            <div class="scroll"><table>{Html.When(shown.Rows.Length < numbers.Rows.Length, () => Html.Of(
                $"<caption>{NumberText.Count(shown.Rows.Length)} of {NumberText.Count(numbers.Rows.Length, "row")}, evenly chosen.</caption>"))}
            <thead><tr>{Html.Each(shown.Header, h => Html.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead>
            <tbody>{Html.Each(shown.Rows, row => Html.Of($"<tr>{Html.Each(row, cell => Html.Of($"<td>{cell}"))}\n"))}</tbody></table></div>
            """);
    }

    static Html Scripts(IReadOnlyList<Chart> charts) => new(
        $"<script type=\"application/json\" id=\"chart-specs\">{ChartData.Of(charts)}</script>\n{ChartLibrary.Scripts}<script>\n" +
        $"{ChartLibrary.Script(ChartLibrary.Read("page/page.js"))}</script>\n");
}
