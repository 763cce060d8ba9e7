using System.Collections.Immutable;
using ParityNet.Minimizers;

namespace ParityNet.Definitions.Problems;

/// <summary>A published problem: the function to minimize, written over any number, with its starting points and its known minima.</summary>
/// <param name="Name">The name to ask for, such as <c>rosenbrock</c>, <c>misra1a</c> or <c>hs71</c>.</param>
/// <param name="Title">The name in the source.</param>
/// <param name="Family">The collection that it is from.</param>
/// <param name="Formula">f.</param>
/// <param name="Starts">The starting points: ×1, ×10 and ×100 of Moré, Garbow and Hillstrom, the far and the near one of NIST.</param>
/// <param name="Minima">The minima that the source prints, the global one first.</param>
public sealed record Problem(
    string Name,
    string Title,
    ProblemFamily Family,
    IFormula Formula,
    ImmutableArray<ImmutableArray<double>> Starts,
    ImmutableArray<PublishedMinimum> Minima)
{
    /// <summary>The residuals, where f is the sum of their squares.</summary>
    public IVectorFormula? Residuals => (Formula as SumOfSquares)?.Residuals;

    /// <summary>g: what must be at most 0; null for none.</summary>
    public IVectorFormula? Inequalities { get; init; }

    /// <summary>h: what must be 0; null for none.</summary>
    public IVectorFormula? Equalities { get; init; }

    /// <summary>The bounds of the variables; null for none.</summary>
    public Minimizers.Bounds<double>? Bounds { get; init; }

    /// <summary>The number of variables.</summary>
    public int Variables => Starts[0].Length;

    /// <summary>The problem for a minimizer, with the derivatives of its formulas.</summary>
    public Objective<double> Objective => Formula.Objective() with
    {
        Variables = Variables,
        Inequalities = Inequalities?.Constraints(),
        Equalities = Equalities?.Constraints(),
        Bounds = Bounds,
    };
}
