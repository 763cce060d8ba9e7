using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>What lectures on losses and optimizers work through by hand, as every backend computes it: numbers and figures.</summary>
/// <param name="Rows">One entry a number.</param>
/// <param name="Figures">Pictures drawn from computed numbers.</param>
public sealed record TextbookReport(ImmutableArray<TextbookRow> Rows, ImmutableArray<Figure> Figures)
{
    /// <summary>Nothing computed.</summary>
    public static TextbookReport None { get; } = new([], []);
}

/// <summary>One number of the textbook.</summary>
/// <param name="Row">The row of the textbook's list.</param>
/// <param name="What">What is computed.</param>
/// <param name="Expected">The number as printed; it fixes the digits that are compared.</param>
/// <param name="Computed">One entry a backend, in full.</param>
/// <param name="Agrees">Whether every backend rounds to the printed digits, or is no farther from doing so than the rounding of the printed inputs explains.</param>
/// <param name="Slack">How far the rounding of the printed inputs may carry the result; 0 where they are exact.</param>
public sealed record TextbookRow(int Row, string What, string Expected, ImmutableArray<TextbookNumber> Computed, bool Agrees, double Slack = 0);

/// <summary>What a backend computes for a number of the textbook.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Value">The number.</param>
public sealed record TextbookNumber(string Backend, double Value);
