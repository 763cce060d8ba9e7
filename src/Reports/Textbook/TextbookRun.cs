using System.Collections.Immutable;

namespace ParityNet.Reports.Textbook;

/// <summary>Computes the textbook's numbers on backends.</summary>
static class TextbookRun
{
    /// <summary>Computes every number and every figure on every backend.</summary>
    /// <param name="backends">The backends.</param>
    /// <returns>The section of the report.</returns>
    public static TextbookReport Of(IReadOnlyList<IBackend> backends)
    {
        ArgumentNullException.ThrowIfNull(backends);
        TextbookContext[] benches = [.. backends.Select(b => new TextbookContext(b))];
        return benches.Length == 0 ? TextbookReport.None : new([.. TextbookItems.All.Select(item => Row(item, benches))], Figures(benches));
    }

    static ImmutableArray<Figure> Figures(TextbookContext[] benches) =>
    [
        .. benches.SelectMany(b => TextbookFigures.Of(b)).GroupBy(figure => figure.Id)
            .Select(same =>
                same.First() with {
                Series = [.. same.SelectMany(figure => figure.Series).DistinctBy(line => (line.Name, line.Backend, line.Panel))] }),
    ];

    static TextbookRow Row(TextbookItem item, TextbookContext[] benches)
    {
        ImmutableArray<TextbookNumber> computed = [.. benches.Select(b => new TextbookNumber(b.Name, item.Compute(b)))];
        return new(item.Row, item.What, item.Expected, computed, computed.All(c => item.Agrees(c.Value)), item.Slack);
    }
}
