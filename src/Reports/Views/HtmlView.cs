using ParityNet.Reports.Rendering.Sections;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as one self-contained HTML file.</summary>
public static class HtmlView
{
    /// <summary>Whether pages have charts, which require that the build could fetch the chart library.</summary>
    public static bool HasCharts => ChartLibrary.IsPresent;

    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Render(Report report) => Render(report, ChartLibrary.IsPresent);

    internal static string Render(Report report, bool withCharts)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new ReportPage(report, withCharts);
        Html body = Html.Join(
        [
            HeadSection.Of(page),
            TroubleSection.Of(page),
            EnvironmentSection.Of(page),
            ResultsSection.Of(page),
            OpSection.Of(page),
            RangeSection.Of(page),
            TrajectorySection.Of(page),
            KnownSection.Of(page),
            AuditSection.Of(page),
            LawsSection.Of(page),
            TextbookSection.Of(page),
            MethodSection.Of(),
            FootSection.Of(page),
        ]);
        return Page.Of($"{page.Title} · ParityNet", page.Charts, body, withCharts);
    }
}
