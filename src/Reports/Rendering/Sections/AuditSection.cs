namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The audit of the own API of a backend's library.</summary>
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
