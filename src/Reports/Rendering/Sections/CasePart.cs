namespace ParityNet.Reports.Rendering.Sections;

/// <summary>One case: the results, the best known value, and the command that replays it.</summary>
static class CasePart
{
    const int LongestCommand = 600;

    public static Html Of(CaseReport shown, bool showCode = false) => Html.Of($"""
        <div class="case">
        <h4>{Heading(shown)}</h4>
        <p><code>{shown.Spec}</code></p>
        {Html.When(shown.Computed.Length > 0, () => Html.Of($"""
        <div class="scroll"><table>
        <thead><tr><th class="l" scope="col"></th><th class="l" scope="col">decimal</th><th class="l" scope="col">hexadecimal</th></tr></thead>
        <tbody>{Html.Each(
            [.. shown.Computed, shown.Expected with { Of = "best value known" }, shown.Low with { Of = "enclosure from" },
            shown.High with { Of = "to" }], Number)}</tbody>
        </table></div>
        """))}
        {Html.When(showCode, () => Html.Of($"<div class=\"command\"><pre>{shown.Code}</pre></div>"))}
        {Command(shown.Replay)}
        </div>

        """);

    // Longer ones would be most of the page.
    static Html Command(string replay) => replay.Length <= LongestCommand
        ? Html.Of($"<div class=\"command\"><pre>{replay}</pre></div>")
        : Html.Of($"<p>The command that reruns it is long: report.json and worst.csv have it.</p>");

    /// <summary>The heading of a case: backend, error, element and verdict.</summary>
    public static string Heading(CaseReport shown) => shown.Quantity.Length == 0
        ? $"{shown.Backend}: {shown.Verdict}"
        : $"{shown.Backend}: {NumberText.Ulps(shown.Ulps)} ULP at {Position(shown)} ({Verdict(shown.Verdict)})";

    public static string Position(CaseReport shown) => shown.Quantity.Length == 0 ? "" : $"{shown.Quantity}[{shown.Index}]";

    /// <summary>A verdict in words: <c>BothInside</c> is <c>both inside</c>.</summary>
    public static string Verdict(string verdict) => verdict.Contains(' ', StringComparison.Ordinal)
        ? verdict
        : string.Concat(verdict.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    static Html Number(NumberReport number) => Html.Of(
        $"<tr><th class=\"l\" scope=\"row\">{number.Of}</th><td class=\"l hex\">{number.Decimal}</td><td class=\"l hex\">{number.Hex}</td></tr>\n");
}
