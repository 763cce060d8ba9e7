using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Proves how near an answer is to a minimum: without a tolerance, in interval arithmetic over the formula.</summary>
/// <remarks>
/// From the answer Newton's method runs in multi-precision; Krawczyk's operator then encloses the stationary point and shows that there is no
/// other near it, and an interval factorization of the Hessian that it is a strict minimum. The answer has to lie in the box that provably holds
/// that one stationary point. Where the Hessian is singular, as at the minimum of Powell's singular function, the value itself is held
/// against a lower bound: 0 of a sum of squares, or the published minimum.
/// </remarks>
public static class Certification
{
    /// <summary>The certificate of an answer.</summary>
    /// <param name="formula">f.</param>
    /// <param name="answer">What a minimizer found.</param>
    public static Certificate Certify(this IFormula formula, double[] answer)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(answer);
        Exact[] point = Array.ConvertAll(answer, Exact.Of);
        Exact value = formula.Value(point), norm = Enclosing.Norm(formula.Gradient(point));
        if (!value.IsFinite || !norm.IsFinite)
            return new(Certainty.NotCertified, "The function or its gradient is not defined at the answer.", value, norm);
        if (Krawczyk.Near(new Stationarity(formula), answer) is not { } proof)
            return new(Certainty.NotCertified, "The Hessian is not provably regular.", value, norm);
        Certificate certificate = new(Certainty.Certified, "One stationary point, and a strict minimum.", formula.Value(proof.Solution), norm)
        {
            Minimizer = [.. proof.Solution],
            Radius = proof.Solution.Max(Enclosing.RelativeRadius),
            UniqueWithin = proof.UniqueWithin,
            Distance = Enclosing.RelativeDistance(proof.Solution, point),
        };
        string? objection =
            !IntervalMatrix.IsPositiveDefinite(formula.Hessian(proof.Solution)) ? "The stationary point is no strict minimum."
            : !proof.Holds(answer) && !Neighbourhood.Holds(formula, proof.Solution, point)
                ? "The stationary point that Newton's method finds is too far to be the only one in reach."
            : null;
        return objection is null ? certificate : certificate with { Certainty = Certainty.NotCertified, Reason = objection };
    }

    /// <summary>The certificate of an answer to a problem; its value counts where its minimizer is not unique.</summary>
    /// <param name="problem">The problem, without constraints.</param>
    /// <param name="answer">What a minimizer found.</param>
    public static Certificate Certify(this Problem problem, double[] answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if ((problem.Inequalities ?? problem.Equalities) is not null || problem.Bounds is not null)
            throw new ArgumentException(
                $"A problem with constraints must be certified with its multipliers: expected those of {problem.Name}, got none.");
        Certificate certificate = problem.Formula.Certify(answer);
        if (certificate.Certainty != Certainty.Certified)
            return OfValue(problem, answer, certificate);
        return ReachesAsFar(problem, problem.Formula.Value(Array.ConvertAll(answer, Exact.Of)), certificate.Value)
            ? certificate with { Published = PublishedAt(problem, certificate.Value) }
            : certificate with { Certainty = Certainty.NotCertified, Reason = "The value is not yet that of the minimum in reach." };
    }

    /// <summary>The published minimum that a value is; null if it is none.</summary>
    internal static PublishedMinimum? PublishedAt(Problem problem, Exact value) => problem.Minima.FirstOrDefault(minimum =>
        minimum.IsRounded ? HasDigits(value, minimum.Value) : ReachesAsFar(problem, value, minimum.Value.Of<Exact>()));

    /// <summary>The certificate with what the value alone proves.</summary>
    internal static Certificate OfValue(Problem problem, double[] answer, Certificate certificate)
    {
        Exact value = problem.Formula.Value(Array.ConvertAll(answer, Exact.Of));
        certificate = certificate with { Value = value, Published = PublishedAt(problem, value) };
        string? reason =
            problem.Residuals is not null && ReachesAsFar(problem, value, Exact.Of(0))
                ? "The value is 0, the least that squares add up to, but for a rounding of the first one."
            : certificate.Published is not null ? "The value is a published one."
            : null;
        return reason is null ? certificate with { Certainty = Certainty.NotCertified }
            : certificate with { Certainty = Certainty.ValueCertified, Reason = $"{certificate.Reason} {reason}" };
    }

    // Whether the descent from the first value is that to the minimum, to all digits of a double.
    static bool ReachesAsFar(Problem problem, Exact value, Exact minimum)
    {
        Exact first = problem.Formula.Value([.. problem.Starts[0].Select(Exact.Of)]);
        return (first - value).ToDouble() == (first - minimum).ToDouble();
    }

    // Within a unit of the last digit that is printed: some are rounded and some cut off.
    static bool HasDigits(Exact value, DecimalNumber printed) =>
        !(Exact.Abs(value - printed.Of<Exact>()) <= new DecimalNumber(1, printed.Exponent).Of<Exact>()).CanBeFalse;
}
