using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Verdicts, accuracy and bounds of every op and element type.</summary>
static class ResultsSection
{
    public static Html Of(ReportPage page)
    {
        Report report = page.Report;
        return Html.When(report.Ops.Length > 0, () => Html.Of($"""
            <section id="results">
            <h2>Results</h2>
            <div class="half">{Html.Each(Types(report), type => page.Chart(AccuracyPlot.Of(type.Key, [.. type], page.Backends)))}</div>
            {FilterForm.Of(report)}
            {VerdictTable.Of(page)}
            {AccuracyTable.Of(page)}
            <div class="half">{Html.Each(Types(report), type => page.Chart(HistogramPlot.Of(
                $"histogram-{type.Key}", $"Elements by error, {type.Key}",
                "All ops together. Bars left of ½ are correctly rounded results, the first one exact results; what reaches to the "
                + "right of it is error. Both axes are logarithmic: each label of the vertical one is ten times the one below.",
                HistogramPlot.Sum(type.Select(o => o.Histogram), page.Backends), page.Backends)))}</div>
            </section>

            """));
    }

    static IEnumerable<IGrouping<string, OpReport>> Types(Report report) => report.Ops.GroupBy(o => o.ElementType);

    /// <summary>The rows of a table: one per op and element type, under a heading per kind, with what the filter reads in attributes.</summary>
    public static Html Rows(Report report, int columns, Func<OpReport, Html> cells)
    {
        HashSet<OpReport> looked = [.. Attention.Of(report).Select(a => a.Op)];
        return Html.Each(report.Ops.GroupBy(o => o.Kind), kind => Html.Of($"""
            <tbody><tr class="group"><th colspan="{columns}" scope="rowgroup">{Plural(kind.Key)}</th></tr></tbody>
            <tbody>{Html.Each(kind, op => Html.Of($"""
            <tr data-op="{op.Op}" data-kind="{kind.Key}" data-type="{op.ElementType}" data-has="{string.Join(' ', Has(op, looked.Contains(op)))}">
            <th scope="row"><a href="#op-{op.Op}">{Breakable(op.Op)}</a></th><td class="l">{op.ElementType}{Whose(report, op)}</td>{cells(op)}</tr>

            """))}</tbody>
            """));
    }

    static IEnumerable<string> Has(OpReport op, bool looked)
    {
        if (op.Outside() > 0)
            yield return "outside";
        if (op.Verdicts.KnownDifference > 0)
            yield return "known";
        if (op.Verdicts.LeftRange() > 0)
            yield return "range";
        if (op.Verdicts.Weak > 0)
            yield return "weak";
        if (looked)
            yield return "look";
    }

    // Of more than two backends, those after the second have rows of their own.
    static string Whose(Report report, OpReport op) =>
        report.Setup.Backends.Length > 2 ? $" {string.Join(", ", op.Accuracy.Select(a => a.Backend))}" : "";

    // A narrow table may break a name at its underscores.
    static Html Breakable(string name) => new(Html.Of($"{name}").Text.Replace("_", "_<wbr>", StringComparison.Ordinal));

    public static string Plural(string kind) => kind switch
    {
        "loss" => "Losses",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..] + "s",
    };
}
