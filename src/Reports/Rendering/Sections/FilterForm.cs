namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The form that filters the rows of all ops; it shows where scripts run.</summary>
static class FilterForm
{
    public static Html Of(Report report) => Html.Of($"""
        <form class="filter" role="search" aria-label="Filter the ops" hidden>
        <label>Search <input type="search" name="text" placeholder="op" autocomplete="off" spellcheck="false"></label>
        <label>Kind <select name="kind"><option value="">all</option>{Html.Each(report.Ops.Select(op => op.Kind).Distinct(), Option)}</select></label>
        <label>Type <select name="type"><option value="">both</option>
        {Html.Each(report.Ops.Select(op => op.ElementType).Distinct(), Option)}</select></label>
        <label>With <select name="has"><option value="">any verdict</option><option value="outside">outside</option>
        <option value="known">known difference</option><option value="range">range</option><option value="weak">weak</option></select></label>
        <label><input type="checkbox" name="look" value="look"> only what is worth a look</label>
        <button type="reset">Reset</button>
        <output aria-live="polite"></output>
        </form>

        """);

    static Html Option(string value) => Html.Of($"<option>{value}</option>");
}
