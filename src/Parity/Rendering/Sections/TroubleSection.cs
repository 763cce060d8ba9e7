using ParityNet.Parity.Reports;

namespace ParityNet.Parity.Rendering.Sections;

/// <summary>What does not agree and is not explained: a reader must not have to look for it.</summary>
static class TroubleSection
{
    public static bool Has(Report report) => !report.Summary.Agrees || report.Ops.Any(o => o.Disagreements.Length > 0);

    public static Html Of(ReportPage page) => Html.When(Has(page.Report), () => Html.Of($"""
        <section id="trouble">
        <h2>Disagreements without an explanation</h2>
        <p>Each is shrunk to the smallest case that still shows it.</p>
        {Html.Each(page.Report.Ops.Where(o => o.Disagreements.Length > 0), op => Html.Of($"""
        <h3>{op.Op}, {op.ElementType}</h3>
        <div class="two">{Html.Each(op.Disagreements, c => CasePart.Of(c, showCode: true))}</div>
        """))}
        {Html.Each(page.Report.Laws.Where(l => l.Broken > 0), law => Html.Of($"""
        <h3>{law.Op}, {law.ElementType}, {law.Backend}: “{law.Name}” is broken</h3>
        <p>{NumberText.Count(law.Broken)} of {NumberText.Count(law.Cases, "case")}.</p>
        {Html.When(law.CounterExample is not null, () => Html.Of($"<div class=\"command\"><pre>{law.CounterExample}</pre></div>"))}
        """))}
        </section>

        """));
}
