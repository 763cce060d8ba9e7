using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;
using ParityNet.Minimizers;

namespace ParityNet.Definitions.Problems;

/// <summary>
/// <c>L(x, λ) = f(x) + Σ λᵢcᵢ(x)</c> over the equalities and the active inequalities and bounds: it is stationary in x and λ where the first-order
/// conditions hold.
/// </summary>
sealed class Lagrangian : IFormula
{
    readonly Problem problem;
    readonly ImmutableArray<int> inequalities, lower, upper;
    readonly int equalities;

    Lagrangian(Problem problem, double[] x, Multipliers<double> multipliers)
    {
        this.problem = problem;
        double[] g = problem.Objective.Inequalities?.Values(x) ?? [];
        equalities = multipliers.Equalities.Length;
        inequalities = Active(multipliers.Inequalities, i => -g[i]);
        lower = Active(multipliers.Lower, i => x[i] - problem.Bounds!.Lower[i]);
        upper = Active(multipliers.Upper, i => problem.Bounds!.Upper[i] - x[i]);
    }

    /// <summary>The number of multipliers that must be positive; they come before those of the equalities.</summary>
    public int Signed => inequalities.Length + lower.Length + upper.Length;

    /// <summary>The Lagrangian for an answer, and the variables and multipliers together.</summary>
    /// <remarks>A constraint is active where its multiplier exceeds its slack.</remarks>
    public static (Lagrangian Formula, double[] Start) Of(Problem problem, double[] x, Multipliers<double> multipliers)
    {
        var formula = new Lagrangian(problem, x, multipliers);
        return (formula,
            [
                .. x, .. formula.inequalities.Select(i => multipliers.Inequalities[i]), .. formula.lower.Select(i => multipliers.Lower[i]),
                .. formula.upper.Select(i => multipliers.Upper[i]), .. multipliers.Equalities,
            ]);
    }

    public R Value<R>(R[] z) where R : struct, IReal<R>
    {
        R[] x = z[..problem.Variables];
        R[] g = problem.Inequalities?.Values(x) ?? [], h = problem.Equalities?.Values(x) ?? [];
        R sum = problem.Formula.Value(x);
        int at = x.Length;
        foreach (int i in inequalities)
            sum += z[at++] * g[i];
        foreach (int i in lower)
            sum += z[at++] * (R.Exact(problem.Bounds!.Lower[i]) - x[i]);
        foreach (int i in upper)
            sum += z[at++] * (x[i] - R.Exact(problem.Bounds!.Upper[i]));
        for (int i = 0; i < equalities; i++)
            sum += z[at++] * h[i];
        return sum;
    }

    /// <summary>Whether what is not active is provably slack.</summary>
    public bool IsFeasible(Exact[] x)
    {
        Exact[] g = problem.Inequalities?.Values(x) ?? [];
        return Enumerable.Range(0, g.Length).Except(inequalities).All(i => IsBelow(g[i], Exact.Of(0)))
            && Enumerable.Range(0, problem.Bounds?.Lower.Length ?? 0).Except(lower).All(i => IsBelow(Exact.Of(problem.Bounds!.Lower[i]), x[i]))
            && Enumerable.Range(0, problem.Bounds?.Upper.Length ?? 0).Except(upper).All(i => IsBelow(x[i], Exact.Of(problem.Bounds!.Upper[i])));
    }

    static bool IsBelow(Exact a, Exact b) => !(a < b).CanBeFalse;

    static ImmutableArray<int> Active(ImmutableArray<double> multipliers, Func<int, double> slack) =>
        [.. Enumerable.Range(0, multipliers.Length).Where(i => multipliers[i] > slack(i))];
}
