using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>What lectures on losses and optimizers work through by hand, as every backend computes it: numbers and figures.</summary>
/// <param name="Rows">One entry a number.</param>
/// <param name="Figures">Pictures drawn from computed numbers.</param>
public sealed record TextbookReport(ImmutableArray<TextbookRow> Rows, ImmutableArray<Figure> Figures)
{
    /// <summary>Nothing computed.</summary>
    public static TextbookReport None { get; } = new([], []);
}
