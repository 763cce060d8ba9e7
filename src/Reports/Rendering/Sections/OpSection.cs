using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The details of each op: histogram, error against input, worst cases.</summary>
static class OpSection
{
    public static Html Of(ReportPage page) => Html.When(page.Report.Ops.Length > 0, () => Html.Of($"""
        <section id="ops">
        <h2>Op by op</h2>
        <p>Every op opens to its histograms and to the worst case of each backend, in decimal and in hexadecimal, with the command that reruns it.</p>
        {Html.Each(page.Report.Ops.GroupBy(o => o.Op), op => One(page, [.. op]))}
        </section>

        """));

    static Html One(ReportPage page, IReadOnlyList<OpReport> entries)
    {
        string name = entries[0].Op;
        ErrorPlot[] plots = [.. page.Report.ErrorPlots.Where(p => p.Op == name)];
        return Html.Of($"""
            <details class="op" id="op-{name}" data-op="{name}" data-kind="{entries[0].Kind}">
            <summary><code>{name}</code> <span>{entries[0].Kind}</span>{Html.Each(entries, e => Html.Of($"<span>{Line(e)}</span>"))}</summary>
            <div>
            <div class="half">{Html.Each(entries, e => page.Chart(HistogramPlot.Of(
                $"op-{name}-{e.ElementType}", $"Elements by error, {e.ElementType}",
                $"{NumberText.Count(e.Elements, "element")} of {NumberText.Count(e.Cases, "case")}.", e.Histogram, page.Backends)))}</div>
            {Html.When(plots.Length > 0, () =>
                Html.Of($"<div class=\"half\">{Html.Each(plots, p => page.Chart(InputErrorPlot.Of(p, page.Backends)))}</div>"))}
            {Html.Each(entries.Where(e => e.Worst.Length > 0), e => Html.Of($"""
            <h3>Worst cases, {e.ElementType}</h3>
            <div class="two">{Html.Each(e.Worst, c => CasePart.Of(c))}</div>
            """))}
            </div>
            </details>

            """);
    }

    static string Line(OpReport entry) =>
        $"{entry.ElementType}: worst {string.Join(", ", entry.Accuracy.Select(a => $"{a.Backend} {NumberText.Ulps(a.Max)}"))} ULP";
}
