namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Remarks that are no disagreements: intermediate overflow and underflow, and lost digits.</summary>
static class RangeSection
{
    public const string RangeText = "An intermediate result overflows, or underflows to 0, although the result does not: ∞ − ∞, ∞/∞, 0/0, 0·∞, "
        + "1/∞ and their consequences. The possible outcomes are derived from the formula, with the products of its factors in any order.";

    public const string DigitsText =
        "These elements are inside their enclosure, since a natural evaluation rounds as much, but lost at least half of the "
        + "type's digits: an error over 2^(p/2) ULP with p = 24 or 53, at the scale of the largest element computed together with them.";

    public static bool Has(Report report) => Range(report).Any() || Digits(report).Any();

    public static IEnumerable<(OpReport Op, RangeReport Of)> Range(Report report) => report.Ops.SelectMany(op => op.Range, (op, of) => (op, of));

    public static IEnumerable<(OpReport Op, DigitsLostReport Of)> Digits(Report report) =>
        report.Ops.SelectMany(op => op.DigitsLost, (op, of) => (op, of));

    /// <summary>Which backend keeps the digits that another one loses.</summary>
    public static string Kept(Report report, DigitsLostReport lost) => report.Setup.Backends.FirstOrDefault(name => name != lost.Backend) is { } other
        ? $"{other} keeps {(lost.KeptByOther == lost.Elements ? "all" : NumberText.Count(lost.KeptByOther))}"
        : "—";

    public static Html Of(ReportPage page) => Html.When(Has(page.Report), () => Html.Of($"""
        <section id="range">
        <h2>Range and digits</h2>
        {Html.When(Range(page.Report).Any(), () => Html.Of($"""
        <h3>Overflow and underflow on the way</h3>
        <p>{RangeText}</p>
        <div class="scroll"><table>
        <thead><tr><th class="l" scope="col">op</th><th class="l" scope="col">type</th><th class="l" scope="col">backend</th>
        <th scope="col">overflows</th><th scope="col">underflows</th></tr></thead>
        <tbody>{Html.Each(Range(page.Report), Row)}</tbody>
        </table></div>
        <details><summary>The smallest input of each</summary>
        <div class="two">{Html.Each(Range(page.Report), r => CasePart.Of(r.Of.Smallest))}</div></details>
        """))}
        {Html.When(Digits(page.Report).Any(), () => Html.Of($"""
        <h3>Digits lost</h3>
        <p>{DigitsText}</p>
        <div class="scroll"><table>
        <thead><tr><th class="l" scope="col">op</th><th class="l" scope="col">type</th><th class="l" scope="col">backend</th>
        <th scope="col">elements</th><th scope="col">worst, ULP</th><th class="l" scope="col">who keeps them</th></tr></thead>
        <tbody>{Html.Each(Digits(page.Report), d => Row(d, Kept(page.Report, d.Of)))}</tbody>
        </table></div>
        <details><summary>The worst case of each</summary>
        <div class="two">{Html.Each(Digits(page.Report), d => CasePart.Of(d.Of.Worst))}</div></details>
        """))}
        </section>

        """));

    static Html Row((OpReport Op, RangeReport Of) r) => Html.Of($"""
        <tr>{Names(r.Op, r.Of.Backend)}<td>{NumberText.Count(r.Of.Overflows)}</td><td>{NumberText.Count(r.Of.Underflows)}</td></tr>

        """);

    static Html Row((OpReport Op, DigitsLostReport Of) d, string kept) => Html.Of($"""
        <tr>{Names(d.Op, d.Of.Backend)}<td>{NumberText.Count(d.Of.Elements)}</td><td>{NumberText.Ulps(d.Of.Worst.Ulps)}</td>
        <td class="l">{kept}</td></tr>

        """);

    static Html Names(OpReport op, string backend) =>
        Html.Of($"<td class=\"l\">{op.Op}</td><td class=\"l\">{op.ElementType}</td><td class=\"l\">{backend}</td>");
}
