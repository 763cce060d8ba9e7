namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The known differences.</summary>
static class KnownSection
{
    public static Html Of(ReportPage page) => Html.When(page.Report.KnownDifferences.Length > 0, () => Html.Of($"""
        <section id="known">
        <h2>Known differences</h2>
        <p>Each has its reason on record, and a pinned case that is asserted to <em>still</em> differ: when it no longer does, the run fails.</p>
        <div class="two">{Html.Each(page.Report.KnownDifferences, One)}</div>
        </section>

        """));

    static Html One(KnownDifferenceReport known) => Html.Of($"""
        <div class="case" id="known-{known.Id}">
        <h4>{known.Op} on {known.Backend}: {known.Condition}</h4>
        <p>{known.Reason} {Link(known.Link)}</p>
        <p>{NumberText.Count(known.Elements, "element")} of this run. {Pinned(known)} {Seen(known)}</p>
        <div class="command"><pre>./paritynet replay '{known.Request}'</pre></div>
        </div>

        """);

    public static string Pinned(KnownDifferenceReport known) => known.StillDiffers switch
    {
        true => "The pinned case still differs.",
        false => "The pinned case no longer differs: this entry is out of date.",
        null => "The pinned case was not run.",
    };

    public static string Seen(KnownDifferenceReport known) => known.Seen.Length > 0 ? $"Seen in {known.Seen}." : "";

    // Only an https address becomes a link, since the text is data.
    static Html Link(string link) => link.StartsWith("https://", StringComparison.Ordinal)
        ? Html.Of($"<a href=\"{link}\">{link["https://".Length..]}</a>")
        : Html.Of($"{link}");
}
