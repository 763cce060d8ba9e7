using System.Collections.Immutable;
using ParityNet.Minimizers;
using static ParityNet.Parity.Laws.Descents;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about minima under bounds and constraints: the first-order conditions of Karush, Kuhn and Tucker.</summary>
static class ConstraintLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("bounds: every point stays within them", LawKind.Exact, s => s is Lbfgsb, (b, s) =>
        {
            Objective<double> bounded = Bounded(b);
            return States(b.Backend.Minimizer<double>((MinimizerSpec)s), bounded, b.Numbers(bounded.Variables!.Value), 20)
                .Any(state => state.Point.Zip(bounded.Bounds!.Lower, (x, l) => x < l).Contains(true)
                    || state.Point.Zip(bounded.Bounds.Upper, (x, u) => x > u).Contains(true))
                ? "a point must be within its bounds, got one that is not." : null;
        }),
        new("bounds: at the end ∇f = z_l − z_u with z ≥ 0, and z = 0 away from the bound", LawKind.Derived, s => s is Lbfgsb or InteriorPoint,
            (b, s) =>
        {
            Objective<double> bounded = Bounded(b);
            MinimizerResult<double> end = b.Backend.Minimizer<double>((MinimizerSpec)s).Minimize(bounded, b.Numbers(bounded.Variables!.Value));
            Multipliers<double> m = end.Multipliers!;
            double tolerance = Tolerance(s, end);
            for (int i = 0; i < end.Point.Length; i++)
            {
                double residual = end.State.Gradient[i] - m.Lower[i] + m.Upper[i];
                double products = Math.Max(
                    m.Lower[i] * (end.Point[i] - bounded.Bounds!.Lower[i]), m.Upper[i] * (bounded.Bounds.Upper[i] - end.Point[i]));
                if (!(Math.Abs(residual) <= tolerance) || !(products <= tolerance) || m.Lower[i] < 0 || m.Upper[i] < 0)
                    return FormattableString.Invariant($"variable {i} must satisfy the conditions within {tolerance:R}: got a residual of ") +
                        FormattableString.Invariant($"{residual:R}, products {products:R}, multipliers {m.Lower[i]:R} and {m.Upper[i]:R}.");
            }
            return null;
        }),
        new("constraints: at the end g ≤ 0, h = 0, λ ≥ 0, λ·g = 0 and ∇f + Jgᵀλ + Jhᵀν = 0", LawKind.Derived, s => s is InteriorPoint, (b, s) =>
        {
            DrawnProblem problem = DrawnProblem.Of(b, 4, 1);
            int n = problem.Minimum.Length;
            // A ball around the origin, and a plane through it where there is room for one.
            double[] normal = [.. b.Numbers(n, 0.5, 1)];
            double square = 1 + b.Index(8);
            Objective<double> constrained = problem.Objective with
            {
                Inequalities = new(x => [x.Sum(v => v * v) - square])
                {
                    Jacobian = x => Row([.. x.Select(v => 2 * v)]),
                    Hessian = (x, weights) => Diagonal(n, 2 * weights[0]),
                },
                Equalities = n == 1 ? null : new(x => [x.Zip(normal, (v, a) => v * a).Sum()])
                {
                    Jacobian = _ => Row(normal),
                    Hessian = (_, _) => new double[n, n],
                },
            };
            MinimizerResult<double> end = b.Backend.Minimizer<double>((MinimizerSpec)s).Minimize(constrained, b.Numbers(n));
            double tolerance = Tolerance(s, end), ball = end.Point.Sum(v => v * v) - square;
            double plane = n == 1 ? 0 : end.Point.Zip(normal, (v, a) => v * a).Sum();
            double lambda = end.Multipliers!.Inequalities[0], nu = n == 1 ? 0 : end.Multipliers.Equalities[0];
            double[] residual = [.. end.Point.Select((v, i) => end.State.Gradient[i] + 2 * v * lambda + normal[i] * nu)];
            return end.Stopped == StopReason.Kkt && ball <= tolerance && Math.Abs(plane) <= tolerance && lambda >= 0
                && Math.Abs(lambda * ball) <= 2 * tolerance * (1 + lambda) && Largest(residual) <= tolerance
                ? null
                : FormattableString.Invariant($"the conditions must hold within {tolerance:R}: got g = {ball:R}, h = {plane:R}, λ = {lambda:R}, ") +
                    FormattableString.Invariant($"residual {Largest(residual):R}, stopped by {end.Stopped}.");
        }),
    ];

    static Objective<double> Bounded(LawContext b)
    {
        DrawnProblem problem = DrawnProblem.Of(b, 5, 1);
        double[] low = [.. problem.Minimum.Select(_ => -1 - b.Index(8) / 8.0)], high = [.. problem.Minimum.Select(_ => b.Index(17) / 8.0)];
        return problem.Objective with { Bounds = new([.. low], [.. high]) };
    }

    // The residual that the method promises is scaled by the mean size of the multipliers over 100; beside it there is rounding.
    static double Tolerance(OpSpec spec, MinimizerResult<double> end)
    {
        double own = spec is InteriorPoint s ? s.Tolerance : Math.Max(((Lbfgsb)spec).GradientTolerance, end.GradientNorm);
        Multipliers<double> m = end.Multipliers!;
        double sizes = m.Inequalities.Concat(m.Equalities).Concat(m.Lower).Concat(m.Upper).Sum(Math.Abs);
        return own * Math.Max(1, sizes / 100) + Math.ScaleB(1024 * (1 + sizes + Largest(end.State.Gradient)), -53);
    }

    static double[,] Row(double[] row)
    {
        var matrix = new double[1, row.Length];
        for (int j = 0; j < row.Length; j++)
            matrix[0, j] = row[j];
        return matrix;
    }

    static double[,] Diagonal(int n, double element)
    {
        var matrix = new double[n, n];
        for (int i = 0; i < n; i++)
            matrix[i, i] = element;
        return matrix;
    }
}
