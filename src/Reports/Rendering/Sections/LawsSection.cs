using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The laws checked.</summary>
static class LawsSection
{
    public static Html Of(ReportPage page) => Html.When(page.Report.Laws.Length > 0, () => Html.Of($"""
        <section id="laws">
        <h2>Laws</h2>
        <p>Identities that each backend must satisfy by itself. <b>Exact</b> means to the bit; <b>bounded</b> means within the bound on rounding
        errors of each case.</p>
        <div class="scroll"><table class="wide">
        <thead><tr><th class="l" scope="col">law</th><th class="l" scope="col">kind</th><th class="l" scope="col">ops</th>
        <th class="l" scope="col">backends</th><th scope="col">cases</th><th scope="col">broken</th><th scope="col">known</th></tr></thead>
        <tbody>{Html.Each(Grouped(page.Report), law => Html.Of($"""
        <tr><th class="l wrap" scope="row">{law.Name}</th><td class="l">{law.Kind}</td><td class="l wrap">{law.Ops}</td>
        <td class="l">{law.Backends}</td><td>{NumberText.Count(law.Cases)}</td>
        <td class="{(law.Broken > 0 ? "bad" : "zero")}">{NumberText.Count(law.Broken)}</td>
        <td class="{(law.Known > 0 ? "" : "zero")}">{NumberText.Count(law.Known)}</td></tr>

        """))}</tbody></table></div>
        {Html.When(Explained(page.Report).Any(), () => Html.Of($"""
        <p>Where a law is known not to hold:</p>
        <ul class="prose">{Html.Each(Explained(page.Report), e => Html.Of($"<li><b>{e.Law}</b> on {e.Backend}, {e.Ops}: {e.Reason}</li>\n"))}</ul>
        """))}
        </section>

        """));

    /// <summary>One row per law, from the report's entries per law, op, element type and backend.</summary>
    public static IEnumerable<(string Name, string Kind, string Ops, string Backends, long Cases, long Broken, long Known)> Grouped(Report report) =>
        report.Laws.GroupBy(l => (l.Name, l.Kind)).Select(g => (g.Key.Name, g.Key.Kind, Ops([.. g.Select(l => l.Op).Distinct()]),
            string.Join(", ", g.Select(l => l.Backend).Distinct()), g.Sum(l => l.Cases),
            g.Where(l => l.Known is null).Sum(l => l.Broken), g.Where(l => l.Known is not null).Sum(l => l.Broken)));

    /// <summary>The reasons on record for laws that do not hold on a backend.</summary>
    public static IEnumerable<(string Law, string Backend, string Ops, string Reason)> Explained(Report report) =>
        report.Laws.Where(l => l.Broken > 0 && l.Known is not null).GroupBy(l => (l.Name, l.Backend, l.Known))
            .Select(g => (g.Key.Name, g.Key.Backend, Ops([.. g.Select(l => l.Op).Distinct()]), g.Key.Known!));

    static string Ops(string[] ops) => ops.Length <= 6 ? string.Join(", ", ops) : $"{string.Join(", ", ops[..5])} and {ops.Length - 5} more";
}
