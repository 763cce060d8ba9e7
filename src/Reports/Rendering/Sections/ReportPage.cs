namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The context of the sections of a report's page, which collects their charts.</summary>
sealed class ReportPage(Report report, bool withCharts)
{
    readonly List<Chart> charts = [];

    public Report Report => report;

    public IReadOnlyList<string> Backends => report.Setup.Backends;

    public string First => Backends[0];

    public string Second => Backends[^1];

    public bool Both => Backends.Count > 1;

    public string Title => Both ? $"Parity of {First} with {Second}" : $"Accuracy of {First}";

    public IReadOnlyList<Chart> Charts => charts;

    public Html Chart(Chart chart)
    {
        charts.Add(chart);
        return Page.Figure(chart, withCharts);
    }
}
