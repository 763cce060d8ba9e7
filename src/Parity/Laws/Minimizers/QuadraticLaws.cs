using System.Collections.Immutable;
using ParityNet.Minimizers;
using static ParityNet.Parity.Laws.Descents;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about quadratic functions, on which methods end after a known number of steps, and about functions that are nearly so.</summary>
static class QuadraticLaws
{
    // A line search that is exact but for some digits: the derivative that is left is 2⁻³⁴ of the one at the start.
    static readonly MoreThuente Exact = new(Math.ScaleB(1, -40), Math.ScaleB(1, -34), 40);

    public static ImmutableArray<Law> All { get; } =
    [
        new("conjugate_gradient, exact search: n steps minimize a quadratic of n variables", LawKind.Derived, s => s is ConjugateGradient, (b, s) =>
            AfterSteps(b, (ConjugateGradient)s with { LineSearch = Exact })),
        new("bfgs, exact search: n steps minimize a quadratic of n variables", LawKind.Derived, s => s is Bfgs, (b, s) =>
            AfterSteps(b, (Bfgs)s with { LineSearch = Exact })),
        new("bfgs, exact search: after n steps H = A⁻¹ on a quadratic of n variables", LawKind.Derived, s => s is Bfgs, (b, s) =>
        {
            Bfgs spec = (Bfgs)s with { LineSearch = Exact, GradientTolerance = 0 };
            DrawnProblem problem = DrawnProblem.Of(b, 4);
            int n = problem.Minimum.Length;
            MinimizerState<double> end = States(b.Backend.Minimizer<double>(spec), problem.Objective, b.Numbers(n), n).Last();
            // Fewer steps build fewer columns.
            if (end.Iteration < n || end["inverse_hessian"].FlattenedLength == 0)
                return null;
            double[] h = end["inverse_hessian"].Flat().ToArray();
            for (int j = 0; j < n; j++)
            {
                double[] column = DrawnProblem.Times(problem.Matrix, [.. Enumerable.Range(0, n).Select(i => h[i * n + j])]);
                for (int i = 0; i < n; i++)
                    if (!(Math.Abs(column[i] - (i == j ? 1 : 0)) <= Root * Condition(problem)))
                        return FormattableString.Invariant($"AH must be the identity: expected {(i == j ? 1 : 0)} at {i}, {j}, got {column[i]:R}.");
            }
            return null;
        }),
        new("newton: one step minimizes a quadratic", LawKind.Derived, s => s is Newton, (b, s) => AfterSteps(b, (Newton)s, 1)),
        new("gauss_newton: one step minimizes a sum of squares of linear residuals", LawKind.Derived, s => s is GaussNewton, (b, s) =>
            AfterSteps(b, (GaussNewton)s, 1)),
        new("levenberg_marquardt in a wide trust region: one step minimizes a sum of squares of linear residuals", LawKind.Derived,
            s => s is LevenbergMarquardt { Loss: null }, (b, s) => AfterSteps(b, (LevenbergMarquardt)s with { Factor = 1e10 }, 1)),
        new("newton near a minimum x*: ‖x₊ − x*‖ ≤ L/(2m)·‖x − x*‖²", LawKind.Derived, s => s is Newton { LineSearch: null or FixedStep }, (b, s) =>
        {
            DrawnProblem problem = DrawnProblem.Of(b, 4, 1);
            // Full steps; far away the bound says nothing.
            Newton spec = (Newton)s with { LineSearch = new FixedStep() };
            double[] start = [.. problem.Minimum.Select(x => x + b.Numbers(1, -0.125, 0.125)[0])];
            double? last = null;
            foreach (MinimizerState<double> state in States(b.Backend.Minimizer<double>(spec), problem.Objective, start, 8))
            {
                double error = Math.Sqrt(state.Point.Zip(problem.Minimum, (x, y) => (x - y) * (x - y)).Sum());
                // m is at least 1; the Hessian changes by at most 6w|x| times the distance.
                double bound = 3 * problem.Weight * (Largest(problem.Minimum) + 1) * last * last ?? double.PositiveInfinity;
                double rounding = Condition(problem) * Math.ScaleB(64, -53);
                if (!(error <= bound + rounding))
                    return FormattableString.Invariant($"the error must fall quadratically: expected at most {bound:R}, got {error:R}.");
                last = error;
            }
            return null;
        }),
        new("newton: x ↦ Dx with powers of two ⇒ the same steps, to the bit", LawKind.Exact, s => s is Newton { LineSearch: null or FixedStep },
            (b, s) =>
        {
            DrawnProblem problem = DrawnProblem.Of(b, 4, 1);
            double[] scale = [.. problem.Minimum.Select(_ => b.PowerOfTwo())], start = b.Numbers(scale.Length);
            Objective<double> right = problem.Objective, scaled = right with
            {
                Value = x => right.Value(Scaled(x)),
                Gradient = x => Scaled(right.Gradient!(Scaled(x))),
                Hessian = x =>
                {
                    double[,] hessian = right.Hessian!(Scaled(x));
                    for (int i = 0; i < scale.Length; i++)
                        for (int j = 0; j < scale.Length; j++)
                            hessian[i, j] *= scale[i] * scale[j];
                    return hessian;
                },
            };
            Newton spec = (Newton)s with { GradientTolerance = 0, StepTolerance = 0, ValueTolerance = 0 };
            IMinimizer<double> minimizer = b.Backend.Minimizer<double>(spec);
            return Same(States(minimizer, right, start, 5), States(minimizer, scaled, [.. start.Zip(scale, (x, d) => x / d)], 5)
                .Select(state => state with { Point = [.. Scaled([.. state.Point])] }));

            double[] Scaled(double[] x) => [.. x.Zip(scale, (value, d) => value * d)];
        }),
    ];

    // After so many steps half of the digits of the gradient have gone, or the method has stopped before.
    static string? AfterSteps(LawContext b, MinimizerSpec spec, int? steps = null)
    {
        DrawnProblem problem = DrawnProblem.Of(b, 4);
        MinimizerState<double>[] run =
            [.. States(b.Backend.Minimizer<double>(spec), For(spec, problem), b.Numbers(problem.Minimum.Length), steps ?? problem.Minimum.Length)];
        double bound = Root * Condition(problem) * Math.Max(run[0].GradientNorm, 1);
        return run[^1].GradientNorm <= bound ? null : FormattableString.Invariant(
            $"the gradient must vanish after {run.Length - 1} steps: expected at most {bound:R}, got {run[^1].GradientNorm:R}.");
    }

    // A bound on the condition number: the smallest eigenvalue of A is at least 1.
    static double Condition(DrawnProblem problem) => Enumerable.Range(0, problem.Minimum.Length).Sum(i => problem.Matrix[i, i]);
}
