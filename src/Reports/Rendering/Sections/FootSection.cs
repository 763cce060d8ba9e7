namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The data for a citation.</summary>
static class FootSection
{
    public static Html Of(ReportPage page) => Html.Of($"""
        <footer>
        <p>SHA-256 of the canonical report.json: <code>{ReportJson.Hash(page.Report)}</code></p>
        <p>This page is a view of report.json, schema {page.Report.Schema}. ParityNet is
        MIT-licensed.{Html.When(page.Charts.Count > 0 && ChartLibrary.IsPresent, () =>
            new Html(" Charts are drawn by Vega and Vega-Lite, BSD 3-Clause, whose licences stand in this file."))}</p>
        </footer>

        """);
}
