namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Errors and bounds by op and element type.</summary>
static class AccuracyTable
{
    public static Html Of(ReportPage page) => Html.Of($"""
        <div class="scroll"><table class="wide pinned">
        <caption>Error against the best value known, and the width of the bound, in ULPs at the scale of the element. <b>Rounded</b>: elements within half a ULP.
        <b>Used</b>: the largest error over half the width; at most 1 inside.</caption>
        <thead><tr><th class="l" rowspan="2" scope="col">op</th><th class="l" rowspan="2" scope="col">type</th>
        {Html.Each(page.Backends, b => Html.Of($"<th class=\"span {(Colors.Of(b, page.Backends).Contains("native", StringComparison.Ordinal) ? "native" : "torch")}\" colspan=\"4\" scope=\"colgroup\">{b}</th>"))}
        <th class="span" colspan="4" scope="colgroup">bound</th></tr>
        <tr>{Html.Each(page.Backends, _ => new Html("<th scope=\"col\">p50</th><th scope=\"col\">p99</th><th scope=\"col\">max</th><th scope=\"col\">rounded, %</th>"))}
        <th scope="col">median</th><th scope="col">p95</th><th scope="col">used</th><th scope="col">vacuous, %</th></tr></thead>
        {ResultsSection.Rows(page.Report, 6 + 4 * page.Backends.Count, op => Html.Of($"""
        {Html.Each(page.Backends, b => Errors(op.Accuracy.FirstOrDefault(a => a.Backend == b)))}<td>{NumberText.Ulps(op.Bound.MedianWidth)}</td><td>{NumberText.Ulps(op.Bound.P95Width)}</td><td>{NumberText.Ulps(op.Bound.UsedFraction)}</td><td>{NumberText.Percent(op.Bound.VacuousPercent)}</td>
        """))}
        </table></div>

        """);

    static Html Errors(AccuracyReport? a) => a is null
        ? new Html("<td class=\"zero\">·</td><td class=\"zero\">·</td><td class=\"zero\">·</td><td class=\"zero\">·</td>")
        : Html.Of($"<td>{NumberText.Ulps(a.P50)}</td><td>{NumberText.Ulps(a.P99)}</td><td>{NumberText.Ulps(a.Max)}</td><td>{NumberText.Percent(a.CorrectlyRoundedPercent)}</td>");
}
