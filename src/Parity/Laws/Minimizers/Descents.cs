using System.Collections.Immutable;
using ParityNet.Minimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Runs minimizers for laws.</summary>
static class Descents
{
    public static double Root { get; } = Math.ScaleB(1, -26);

    /// <summary>The states of a run, the start first; it ends where the method stops.</summary>
    public static IEnumerable<MinimizerState<double>> States(
        IMinimizer<double> minimizer, Objective<double> objective, IReadOnlyList<double> start, int most)
    {
        MinimizerState<double> state = minimizer.Init(objective, start);
        yield return state;
        for (int step = 0; step < most && state.Stopped is null; step++)
            yield return state = minimizer.Step(objective, state);
    }

    /// <summary>The same objective as a sum of squares of <c>Lᵀ(x − x*)</c>, for methods that need residuals.</summary>
    public static Objective<double> WithResiduals(DrawnProblem problem)
    {
        double[,] lower = Lower(problem.Matrix);
        int n = problem.Minimum.Length;
        var jacobian = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                jacobian[i, j] = lower[j, i];
        return Objective.LeastSquares<double>(
            x => DrawnProblem.Times(jacobian, [.. x.Zip(problem.Minimum, (a, b) => a - b)]), _ => jacobian) with
        { Variables = n };
    }

    /// <summary>The objective in the form that a method needs.</summary>
    public static Objective<double> For(MinimizerSpec spec, DrawnProblem problem) =>
        spec.Needs.HasFlag(MinimizerNeeds.Residuals) ? WithResiduals(problem) : problem.Objective;

    /// <summary>The line search of a method; null where it has none.</summary>
    public static LineSearchSpec? SearchOf(OpSpec spec) => spec switch
    {
        GradientDescent s => s.LineSearch ?? new Backtracking(),
        ConjugateGradient s => s.LineSearch ?? new MoreThuente(Curvature: 0.1),
        Bfgs s => s.LineSearch ?? new MoreThuente(),
        Lbfgs { LineSearch: LbfgsLineSearch.StrongWolfe } => new StrongWolfe(),
        Lbfgsb s => s.LineSearch ?? new MoreThuente(1e-3),
        GaussNewton s => s.LineSearch ?? new Backtracking(),
        Newton s => s.LineSearch ?? new Backtracking(),
        _ => null,
    };

    /// <summary>How the points and values of two runs differ; null where they have the same bits.</summary>
    public static string? Same(IEnumerable<MinimizerState<double>> expected, IEnumerable<MinimizerState<double>> actual) => Hold.Same(
        [.. expected.SelectMany(Numbers)], [.. actual.SelectMany(Numbers)]);

    public static double Dot(ImmutableArray<double> a, ImmutableArray<double> b) => a.Zip(b, (x, y) => x * y).Sum();

    public static ImmutableArray<double> Minus(ImmutableArray<double> a, ImmutableArray<double> b) => [.. a.Zip(b, (x, y) => x - y)];

    public static double Largest(IEnumerable<double> numbers) => numbers.Select(Math.Abs).Append(0).Max();

    static IEnumerable<Approx> Numbers(MinimizerState<double> state) => state.Point.Append(state.Value).Select(x => (Approx)x);

    static double[,] Lower(double[,] a)
    {
        int n = a.GetLength(0);
        var l = new double[n, n];
        for (int j = 0; j < n; j++)
            for (int i = j; i < n; i++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        return l;
    }
}
