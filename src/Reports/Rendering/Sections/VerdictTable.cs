namespace ParityNet.Reports.Rendering.Sections;

/// <summary>Verdict counts by op and element type.</summary>
static class VerdictTable
{
    public static Html Of(ReportPage page) => Html.Of($"""
        <div class="scroll"><table class="wide pinned rows">
        <caption>Verdicts on every element. <b>Inside</b>: in the set of numbers that a faithful implementation can produce. <b>Known</b>: outside,
        for a reason on record.
        <b>Range</b>: outside by an overflow or underflow on the way, on a backend that computes as the formula stands.
        <b>Weak</b>: inside, on less than 10 bits of evidence.</caption>
        <thead><tr><th class="l" scope="col">op</th><th class="l" scope="col">type</th><th scope="col">cases</th><th scope="col">elements</th>
        {Html.Each(Columns(page), c => Html.Of($"<th scope=\"col\" class=\"{c.Class}\">{c.Name}</th>"))}</tr></thead>
        {ResultsSection.Rows(page.Report, 4 + Columns(page).Length, op => Html.Of($"""
        <td>{NumberText.Count(op.Cases)}</td><td>{NumberText.Count(op.Elements)}</td>{Html.Each(Columns(page), c => c.Cell(op))}
        """))}
        </table></div>

        """);

    static (string Name, string Class, Func<OpReport, Html> Cell)[] Columns(ReportPage page) => page.Both
        ?
        [
            ("same bits, %", "", o => Html.Of($"<td>{NumberText.Percent(o.BitsEqualPercent)}</td>")),
            ("identical", "", o => Number(o.Verdicts.Identical)),
            ("both inside", "", o => Number(o.Verdicts.BothInside)),
            // An op that one backend lacks is judged on the other only.
            .. page.Report.Ops.Any(o => o.Verdicts.Inside > 0) ? [("one inside", "", o => Number(o.Verdicts.Inside))]
                : Array.Empty<(string, string, Func<OpReport, Html>)>(),
            .. page.Backends.Index().Select(b => (b.Item + " outside", b.Index switch { 0 => "native", 1 => "torch", _ => "" },
                (Func<OpReport, Html>)(o => Number(o.OutsideOn(b.Item), "bad")))),
            ("both outside", "", o => Number(o.Verdicts.BothOutside, "bad")),
            ("known", "", o => Number(o.Verdicts.KnownDifference)),
            ("range", "", o => Number(o.Verdicts.LeftRange())),
            ("weak", "", o => Number(o.Verdicts.Weak)),
        ]
        :
        [
            ("inside", "", o => Number(o.Verdicts.Inside)),
            ("outside", "", o => Number(o.Outside(), "bad")),
            ("known", "", o => Number(o.Verdicts.KnownDifference)),
            ("range", "", o => Number(o.Verdicts.LeftRange())),
            ("weak", "", o => Number(o.Verdicts.Weak)),
        ];

    static Html Number(long count, string kind = "") =>
        Html.Of($"<td class=\"{(count == 0 ? "zero" : kind)}\">{(count == 0 ? "·" : NumberText.Count(count))}</td>");
}
