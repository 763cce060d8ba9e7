using System.Collections.Immutable;

namespace ParityNet.Parity.Reports.Textbook;

/// <summary>Computes the textbook's numbers on backends.</summary>
public static class TextbookRun
{
    /// <summary>Computes every number on every backend, and the figures on the first.</summary>
    /// <param name="backends">The backends.</param>
    /// <returns>The section of the report.</returns>
    public static TextbookReport Of(IReadOnlyList<IBackend> backends)
    {
        ArgumentNullException.ThrowIfNull(backends);
        TextbookBench[] benches = [.. backends.Select(b => new TextbookBench(b))];
        return benches.Length == 0 ? TextbookReport.None : new([.. TextbookItems.All.Select(item => Row(item, benches))], TextbookFigures.Of(benches[0]));
    }

    static TextbookRow Row(TextbookItem item, TextbookBench[] benches)
    {
        ImmutableArray<TextbookNumber> computed = [.. benches.Select(b => new TextbookNumber(b.Name, item.Compute(b)))];
        return new(item.Row, item.What, item.Expected, computed, computed.All(c => item.Agrees(c.Value)));
    }
}
