namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Errors and bounds by op and element type.</summary>
static class AccuracyTable
{
    public static Html Of(ReportPage page) => Html.Of($"""
        <div class="scroll"><table class="wide pinned rows">
        <caption>Error against the best value known, and the width of the bound, in ULPs at the scale of the element. <b>Rounded</b>: elements within
        half a ULP.
        <b>Used</b>: the largest error over half the width; at most 1 inside. <b>Wide</b>: bounds of more than 2¹² ULP.
        <b>Evidence</b>: log₂(scale ÷ width) of the output with the smallest 1st percentile, at the scale of what is
        computed together; <b>weak</b>: under 10 bits.</caption>
        <thead><tr><th class="l" rowspan="2" scope="col">op</th><th class="l" rowspan="2" scope="col">type</th>
        {Html.Each(page.Backends, b => Html.Of($"<th class=\"span {Side(page, b)}\" colspan=\"4\" scope=\"colgroup\">{b}</th>"))}
        <th class="span" colspan="4" scope="colgroup">bound</th>
        <th class="span" colspan="3" scope="colgroup">evidence, bits</th></tr>
        <tr>{Html.Each(page.Backends, _ => new Html(
            "<th scope=\"col\">p50</th><th scope=\"col\">p99</th><th scope=\"col\">max</th><th scope=\"col\">rounded, %</th>"))}
        <th scope="col">median</th><th scope="col">p95</th><th scope="col">used</th><th scope="col">wide, %</th>
        <th scope="col">median</th><th scope="col">p1</th><th scope="col">weak, %</th></tr></thead>
        {ResultsSection.Rows(page.Report, 9 + 4 * page.Backends.Count, op => Html.Of($"""
        {Html.Each(page.Backends, b => Errors(op.Accuracy.FirstOrDefault(a => a.Backend == b)))}{Bound(op.Bound)}{Weakest(op)}
        """))}
        </table></div>

        """);

    static Html Errors(AccuracyReport? a) => a is null
        ? new Html("<td class=\"zero\">·</td><td class=\"zero\">·</td><td class=\"zero\">·</td><td class=\"zero\">·</td>")
        : Html.Of($"<td>{NumberText.Ulps(a.P50)}</td><td>{NumberText.Ulps(a.P99)}</td>" +
            $"<td>{NumberText.Ulps(a.Max)}</td><td>{NumberText.Percent(a.CorrectlyRoundedPercent)}</td>");

    static Html Bound(BoundReport b) => Html.Of($"""
        <td>{NumberText.Ulps(b.MedianWidth)}</td><td>{NumberText.Ulps(b.P95Width)}</td>
        <td>{NumberText.Ulps(b.UsedFraction)}</td><td>{NumberText.Percent(b.WidePercent)}</td>
        """);

    static Html Weakest(OpReport op) => op.Evidence.MinBy(output => output.P1Bits) is { } least
        ? Html.Of($"<td>{NumberText.Real(least.MedianBits)}</td><td>{NumberText.Real(least.P1Bits)}</td>" +
            $"<td>{NumberText.Percent(least.WeakPercent)}</td>")
        : new Html("<td class=\"zero\">·</td><td class=\"zero\">·</td><td class=\"zero\">·</td>");

    static string Side(ReportPage page, string backend) =>
        Colors.Of(backend, page.Backends).Contains("native", StringComparison.Ordinal) ? "native" : "torch";
}
