using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Trajectories, compared with libtorch's own sensitivity.</summary>
static class TrajectorySection
{
    public static Html Of(ReportPage page) => Html.When(page.Report.Trajectories.Length > 0, () => Html.Of($"""
        <section id="trajectories">
        <h2>Trajectories</h2>
        <p>Rounding errors grow while a network trains, even between two correct programs. So no tolerance is chosen here: {page.Second} runs again
        from weights that differ
        by one ULP, and the distance of these twins is the measure. ρ is the distance of the backends over that of the median twin. Its maximum up to
        step 100 counts;
        later, chaos saturates both.</p>
        <div class="scroll"><table class="wide">
        <thead><tr><th class="l" scope="col">run</th><th class="l" scope="col">type</th><th class="l" scope="col">optimizer</th>
        <th scope="col">starts</th><th scope="col">twins</th>
        <th scope="col">largest ρ to step 100</th><th scope="col">growth exponent</th><th scope="col">losses part at step</th></tr></thead>
        <tbody>{Html.Each(page.Report.Trajectories, t => Html.Of($"""
        <tr><th class="l" scope="row">{t.Name}</th><td class="l">{t.ElementType}</td><td class="l wrap"><code>{t.Optimizer}</code></td>
        <td>{t.Seeds}</td><td>{t.Twins}</td><td>{NumberText.Real(t.MaxRho)}</td><td>{NumberText.Real(t.GrowthExponent)}</td>
        <td>{(t.PartsAt is { } step ? NumberText.Count(step) : "never")}</td></tr>

        """))}</tbody></table></div>
        {Html.Each(page.Report.Trajectories.Index(), t => page.Chart(TrajectoryPlot.Of(t.Index + 1, t.Item, page.Backends)))}
        </section>

        """));
}
