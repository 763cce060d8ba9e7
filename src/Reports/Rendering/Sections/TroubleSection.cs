using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Unexplained disagreements, near the top of the page.</summary>
static class TroubleSection
{
    public static bool Has(Report report) => !report.Summary.Agrees || report.Ops.Any(o => o.Disagreements.Length > 0);

    /// <summary>Laws that broke without a reason on record.</summary>
    public static IEnumerable<LawReport> Broken(Report report) => report.Laws.Where(l => l.IsBroken());

    /// <summary>Why a report does not agree, in sentences.</summary>
    public static IEnumerable<string> Reasons(Report report)
    {
        if (report.Summary.Unexplained > 0)
            yield return $"{NumberText.Count(report.Summary.Unexplained, "element")} outside without an explanation.";
        if (report.Summary.LawsBroken > 0)
            yield return report.Summary.LawsBroken == 1 ? "1 law broken." : $"{NumberText.Count(report.Summary.LawsBroken)} laws broken.";
        foreach (KnownDifferenceReport known in report.KnownDifferences.Where(k => k.StillDiffers == false))
            yield return $"The known difference {known.Id} no longer differs.";
        if (report.Textbook.Rows.Count(r => !r.Agrees) is > 0 and var rows)
            yield return $"{NumberText.Count(rows, "number")} of the textbook not reached.";
    }

    public static Html Of(ReportPage page) => Html.When(Has(page.Report), () => Html.Of($"""
        <section id="trouble">
        <h2>Disagreements without an explanation</h2>
        <p>Each is shrunk to the smallest case that still shows it.</p>
        {Html.Each(page.Report.Ops.Where(o => o.Disagreements.Length > 0), op => Html.Of($"""
        <h3>{op.Op}, {op.ElementType}</h3>
        {Html.Each(op.Explanations ?? [], explained => Html.Of($"<p>What {explained.Backend} does: {explained.Sentence}</p>"))}
        {CasePart.Of(op.Disagreements[0], showCode: true)}{Html.When(op.Disagreements.Length > 1, () => Html.Of($"""
        <details><summary>{NumberText.Count(op.Disagreements.Length - 1)} more</summary>
        <div class="two">{Html.Each(op.Disagreements.Skip(1), c => CasePart.Of(c, showCode: true))}</div></details>
        """))}
        """))}
        {Html.Each(Broken(page.Report), law => Html.Of($"""
        <h3>{law.Op}, {law.ElementType}, {law.Backend}: “{law.Name}” is broken</h3>
        <p>{NumberText.Count(law.Broken)} of {NumberText.Count(law.Cases, "case")}.</p>
        {Html.When(law.CounterExample is not null, () => Html.Of($"<div class=\"command\"><pre>{law.CounterExample}</pre></div>"))}
        """))}
        </section>

        """));
}
