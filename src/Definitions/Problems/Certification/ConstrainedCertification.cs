using ParityNet.Definitions.Numbers;
using ParityNet.Minimizers;

namespace ParityNet.Definitions.Problems;

/// <summary>Proves how near an answer is to a minimum under constraints.</summary>
/// <remarks>
/// A point is certified where one solution of the first-order (KKT) conditions is enclosed, the multipliers of the active inequalities and bounds
/// are above 0, the other constraints are slack, and the Hessian of the Lagrangian is positive definite on the tangents of the active ones: with
/// their derivatives A, <c>∇²L + ρAᵀA</c> is for a large ρ (G. Debreu, 1952).
/// </remarks>
public static class ConstrainedCertification
{
    // ρ relative to the size of ∇²L, 2⁸⁰: far beyond what is needed, and far below the digits that there are.
    const double Penalty = 1.2089258196146292E24;

    /// <summary>The certificate of an answer to a problem with constraints.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="answer">What a minimizer found.</param>
    /// <param name="multipliers">The multipliers that it found: they say which constraints are active.</param>
    public static Certificate Certify(this Problem problem, double[] answer, Multipliers<double> multipliers)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(multipliers);
        (Lagrangian lagrangian, double[] start) = Lagrangian.Of(problem, answer, multipliers);
        int n = answer.Length;
        Exact[] point = Array.ConvertAll(start, Exact.Of);
        Exact norm = Enclosing.Norm(lagrangian.Gradient(point)[..n]);
        if (Krawczyk.Near(new Stationarity(lagrangian), start) is not { } proof)
            return Uncertain("The first-order conditions are singular: the derivatives of the active constraints are dependent.");
        Exact[] solution = proof.Solution[..n], found = proof.Solution[n..];
        string? objection =
            found[..lagrangian.Signed].Any(multiplier => (multiplier > Exact.Of(0)).CanBeFalse) ? "A multiplier is not provably positive."
            : !lagrangian.IsFeasible(solution) ? "A constraint is not provably kept."
            : !IsPositiveOnTangents(lagrangian.Hessian(proof.Solution), n) ? "The Hessian of the Lagrangian is not provably positive definite."
            : !proof.Holds(start) ? "The solution that Newton's method finds is too far to be the only one in reach."
            : null;
        return objection is not null ? Uncertain(objection)
            : new(Certainty.Certified, "One solution of the first-order conditions, and a strict minimum.", problem.Formula.Value(solution), norm)
            {
                Published = Certification.PublishedAt(problem, problem.Formula.Value(solution)),
                Minimizer = [.. solution],
                Multipliers = [.. found],
                Radius = proof.Solution.Max(Enclosing.RelativeRadius),
                UniqueWithin = proof.UniqueWithin,
                Distance = Enclosing.RelativeDistance(solution, point[..n]),
            };

        Certificate Uncertain(string reason) => Certification.OfValue(problem, answer, new(Certainty.NotCertified, reason, default, norm));
    }

    static bool IsPositiveOnTangents(Exact[,] hessian, int n)
    {
        int m = hessian.GetLength(0) - n;
        Exact most = Exact.Of(1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                most = Exact.Max(most, hessian[i, j].LargestMagnitude);
        }

        Exact penalty = most * Exact.Of(Penalty);
        return IntervalMatrix.IsPositiveDefinite(IntervalMatrix.Each(n, (i, j) =>
            Enumerable.Range(n, m).Aggregate(hessian[i, j], (sum, k) => sum + penalty * hessian[k, i] * hessian[k, j])));
    }
}
