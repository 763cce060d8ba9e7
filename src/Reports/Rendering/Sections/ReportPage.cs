namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The context of the sections of a report's page, which collects their charts.</summary>
sealed class ReportPage(Report report, bool withCharts)
{
    readonly List<Chart> charts = [];

    public Report Report => report;

    public IReadOnlyList<string> Backends => report.Setup.Backends;

    public string First => Backends[0];

    public string Second => Backends.Count > 1 ? Backends[1] : First;

    /// <summary>The number of elements on which one backend alone is outside, of all ops.</summary>
    public long OutsideOn(string backend) => report.Ops.Sum(op => op.OutsideOn(backend));

    public bool Both => Backends.Count > 1;

    public string Title => Both ? $"Parity of {First} with {string.Join(" and ", Backends.Skip(1))}" : $"Accuracy of {First}";

    public IReadOnlyList<Chart> Charts => charts;

    public Html Chart(Chart chart)
    {
        charts.Add(chart);
        return Page.Figure(chart, withCharts);
    }
}
