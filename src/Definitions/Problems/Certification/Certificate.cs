using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>What is proven about an answer of a minimizer.</summary>
public enum Certainty
{
    /// <summary>Nothing.</summary>
    NotCertified,

    /// <summary>The value is that of a minimum, but the Hessian is not provably regular there, so that the minimizer may not be unique.</summary>
    ValueCertified,

    /// <summary>There is one stationary point near the answer, and it is a strict local minimum.</summary>
    Certified,
}

/// <summary>A proof, in interval arithmetic over the formula, of how near an answer is to a minimum.</summary>
/// <param name="Certainty">What is proven.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Value">An enclosure of the value at the minimizer if that is certified, else at the answer.</param>
/// <param name="GradientNorm">An enclosure of the Euclidean norm of the gradient at the answer.</param>
public sealed record Certificate(Certainty Certainty, string Reason, Exact Value, Exact GradientNorm)
{
    /// <summary>The published minimum that the value is; null if it is none, or if nothing is published of the function.</summary>
    public PublishedMinimum? Published { get; init; }

    /// <summary>The minimizer if it is certified: enclosures of its variables, with some 80 correct digits.</summary>
    public ImmutableArray<Exact> Minimizer { get; init; } = [];

    /// <summary>The multipliers of the active constraints: bounds, inequalities and equalities, those of inactive ones being 0.</summary>
    public ImmutableArray<Exact> Multipliers { get; init; } = [];

    /// <summary>The radius of those enclosures: the largest over the variables, relative to the variable, or absolute where it is 0.</summary>
    public double Radius { get; init; } = double.PositiveInfinity;

    /// <summary>The largest relative radius, found by bisection, of a box around the minimizer that holds no other stationary point.</summary>
    public double UniqueWithin { get; init; }

    /// <summary>The distance from the answer to the minimizer: the largest over the variables, relative as the radius is.</summary>
    public double Distance { get; init; } = double.PositiveInfinity;
}
