using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The numbers of the textbook, and its figures.</summary>
static class TextbookSection
{
    public static Html Of(ReportPage page)
    {
        TextbookReport book = page.Report.Textbook;
        return Html.When(book.Rows.Length + book.Figures.Length > 0, () => Html.Of($"""
            <section id="textbook">
            <h2>Textbook</h2>
            <p>Worked examples of lectures on losses and optimizers. A row agrees when every backend rounds to the printed digits, up to the effect of
            the rounding of the printed inputs.</p>
            <div class="half">{Html.Each(book.Figures, f => page.Chart(FigurePlot.Of(f, page.Backends)))}</div>
            {Html.When(book.Rows.Length > 0, () => Html.Of($"""
            <div class="scroll"><table class="wide">
            <thead><tr><th class="l" scope="col">row</th><th class="l" scope="col">what</th><th scope="col">printed</th>
            {Html.Each(page.Backends, b => Html.Of($"<th scope=\"col\">{b}</th>"))}<th scope="col">agrees</th></tr></thead>
            <tbody>{Html.Each(book.Rows, row => Row(page, row))}</tbody></table></div>
            """))}
            </section>

            """));
    }

    static Html Row(ReportPage page, TextbookRow row) => Html.Of($"""
        <tr><td class="l">{row.Row}</td><th class="l wrap" scope="row">{row.What}</th>
        <td>{row.Expected}</td>{Html.Each(page.Backends, b => Html.Of($"<td>{Number(row, b)}</td>"))}
        <td class="{(row.Agrees ? "good" : "bad")}">{Agrees(row)}</td></tr>

        """);

    public static string Agrees(TextbookRow row) => (row.Agrees, row.Slack) switch
    {
        (false, _) => "no",
        (true, 0) => "yes",
        _ => $"yes, within {NumberText.Full(double.Parse(row.Slack.ToString("G2")))} of rounded inputs",
    };

    public static string Number(TextbookRow row, string backend) =>
        row.Computed.FirstOrDefault(n => n.Backend == backend) is { } number ? NumberText.Full(number.Value) : "";
}
