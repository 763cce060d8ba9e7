namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The own API of a backend's library on trial.</summary>
static class AuditSection
{
    public static Html Of(ReportPage page) => page.Report.Audit is not { } audit ? Html.Of($"") : Html.Of($"""
        <section id="audit">
        <h2>{audit.Library} on trial</h2>
        <p>{audit.Told()}</p>
        <div class="command"><pre>./paritynet audit torchsharp</pre></div>
        </section>

        """);
}
