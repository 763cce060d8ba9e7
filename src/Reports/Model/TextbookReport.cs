using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>Worked examples of lectures on losses and optimizers, as every backend computes them: numbers and figures.</summary>
/// <param name="Rows">One entry per number.</param>
/// <param name="Figures">Figures drawn from computed numbers.</param>
public sealed record TextbookReport(ImmutableArray<TextbookRow> Rows, ImmutableArray<Figure> Figures)
{
    /// <summary>The empty textbook.</summary>
    public static TextbookReport None { get; } = new([], []);
}

/// <summary>One number of the textbook.</summary>
/// <param name="Row">The row of the textbook's list.</param>
/// <param name="What">What is computed.</param>
/// <param name="Expected">The number as printed, which determines the digits that are compared.</param>
/// <param name="Computed">One entry per backend, with all digits.</param>
/// <param name="Agrees">Whether every backend rounds to the printed digits, up to the slack.</param>
/// <param name="Slack">The largest effect of the rounding of the printed inputs on the result; 0 where they are exact.</param>
public sealed record TextbookRow(int Row, string What, string Expected, ImmutableArray<TextbookNumber> Computed, bool Agrees, double Slack = 0);

/// <summary>The result of a backend for a number of the textbook.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Value">The number.</param>
public sealed record TextbookNumber(string Backend, double Value);
