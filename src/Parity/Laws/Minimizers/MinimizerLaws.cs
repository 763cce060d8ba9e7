using System.Collections.Immutable;
using ParityNet.Minimizers;
using static ParityNet.Parity.Laws.Descents;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about the steps of minimizers: descent, the conditions of line searches, and what must not change them.</summary>
static class MinimizerLaws
{
    const int Few = 6, Steps = 30;

    public static ImmutableArray<Law> All { get; } =
    [
        new("minimizers: f(x₊) ≤ f(x)", LawKind.Exact,
            s => SearchOf(s) is not (null or FixedStep) || s is LevenbergMarquardt or NewtonCg, (b, s) =>
        {
            var spec = (MinimizerSpec)s;
            DrawnProblem problem = DrawnProblem.Of(b, Few, 1);
            double[] values =
                [.. States(b.Backend.Minimizer<double>(spec), For(spec, problem), b.Numbers(problem.Minimum.Length), Steps).Select(at => at.Value)];
            return Hold.AtMost([.. values[1..].Select(v => (Approx)v)], [.. values[..^1].Select(v => (Approx)v)]);
        }),
        new("line searches: f(x₊) ≤ f(x) + c₁∇f·s", LawKind.Derived, s => SearchOf(s) is not (null or FixedStep), (b, s) =>
            AtSteps(b, (MinimizerSpec)s, (before, after, step) =>
        {
            double decrease = SearchOf(s) is Backtracking backtracking ? backtracking.Decrease : ((WolfeFamily)SearchOf(s)!).Decrease;
            double bound = before.Value + decrease * Dot(before.Gradient, step), error = Error(before, after, step);
            return after.Value <= bound + error ? null : Broken("the value", bound, after.Value, error);
        })),
        new("weak Wolfe: ∇f(x₊)·s ≥ c₂∇f(x)·s", LawKind.Derived, s => SearchOf(s) is WolfeFamily, (b, s) =>
            AtSteps(b, (MinimizerSpec)s, (before, after, step) =>
        {
            double bound = ((WolfeFamily)SearchOf(s)!).Curvature * Dot(before.Gradient, step), got = Dot(after.Gradient, step);
            double error = Error(before, after, step);
            return got >= bound - error ? null : Broken("minus the derivative along the step", -bound, -got, error);
        })),
        new("strong Wolfe: |∇f(x₊)·s| ≤ c₂|∇f(x)·s|", LawKind.Derived, s => SearchOf(s) is StrongWolfe or MoreThuente, (b, s) =>
            AtSteps(b, (MinimizerSpec)s, (before, after, step) =>
        {
            double bound = ((WolfeFamily)SearchOf(s)!).Curvature * Math.Abs(Dot(before.Gradient, step)), got = Math.Abs(Dot(after.Gradient, step));
            double error = Error(before, after, step);
            return got <= bound + error ? null : Broken("the derivative along the step", bound, got, error);
        })),
        new("minimizers: a variable negated ⇒ the same steps, to the bit", LawKind.Exact, s => s is MinimizerSpec and not InteriorPoint, (b, s) =>
        {
            var spec = (MinimizerSpec)s;
            DrawnProblem problem = DrawnProblem.Of(b, Few, spec.Needs.HasFlag(MinimizerNeeds.Residuals) ? 0 : 1);
            double[] signs = b.Signs(problem.Minimum.Length), start = b.Numbers(signs.Length);
            return Mapped(b, spec, For(spec, problem), start, x => [.. x.Zip(signs, (value, sign) => value * sign)]);
        }),
        new("minimizers: two variables exchanged ⇒ the same steps, to the bit", LawKind.Exact,
            s => s is GradientDescent or ConjugateGradient or Bfgs or Lbfgs or NewtonCg, (b, s) =>
        {
            // With two variables every sum has two terms, whose order does not matter.
            DrawnProblem problem = DrawnProblem.Of(b, 2, 1);
            return Mapped(b, (MinimizerSpec)s, problem.Objective, b.Numbers(problem.Minimum.Length), x => [.. x.Reverse()]);
        }),
        new("minimizers: a state taken up again ⇒ the same steps, to the bit", LawKind.Exact, s => s is MinimizerSpec, (b, s) =>
        {
            var spec = (MinimizerSpec)s;
            Objective<double> objective = For(spec, DrawnProblem.Of(b, Few, 1));
            IMinimizer<double> minimizer = b.Backend.Minimizer<double>(spec);
            MinimizerState<double>[] run = [.. States(minimizer, objective, b.Numbers(objective.Variables!.Value), 8)];
            int from = b.Index(run.Length);
            MinimizerState<double> state = run[from];
            IMinimizer<double> other = b.Backend.Minimizer<double>(spec);
            var again = new List<MinimizerState<double>>();
            foreach (MinimizerState<double> _ in run[(from + 1)..])
                again.Add(state = other.Step(objective, state));
            return Same(run[(from + 1)..], again);
        }),
        new("minimizers: as many evaluations as are counted", LawKind.Exact, s => s is MinimizerSpec, (b, s) =>
        {
            var spec = (MinimizerSpec)s;
            Objective<double> right = For(spec, DrawnProblem.Of(b, Few, 1));
            int values = 0, gradients = 0, hessians = 0;
            Objective<double> counted = right with
            {
                Value = x => Counted(ref values, right.Value(x)),
                Gradient = right.Gradient is { } gradient ? x => Counted(ref gradients, gradient(x)) : null,
                Hessian = right.Hessian is { } hessian ? x => Counted(ref hessians, hessian(x)) : null,
                Residuals = right.Residuals is { } residuals ? x => Counted(ref values, residuals(x)) : null,
                Jacobian = right.Jacobian is { } jacobian ? x => Counted(ref gradients, jacobian(x)) : null,
            };
            MinimizerState<double> end = States(b.Backend.Minimizer<double>(spec), counted, b.Numbers(right.Variables!.Value), Steps).Last();
            return Hold.Same([values, gradients, hessians], [end.Evaluations.Value, end.Evaluations.Gradient, end.Evaluations.Hessian]);
        }),
    ];

    delegate string? StepCheck(MinimizerState<double> before, MinimizerState<double> after, ImmutableArray<double> step);

    // The first steps, far enough from the minimum that rounding decides nothing.
    static string? AtSteps(LawContext b, MinimizerSpec spec, StepCheck check)
    {
        DrawnProblem problem = DrawnProblem.Of(b, Few, 1);
        Objective<double> objective = For(spec, problem);
        MinimizerState<double>[] run = [.. States(b.Backend.Minimizer<double>(spec), objective, b.Numbers(problem.Minimum.Length), 5)
            .TakeWhile(state => state.GradientNorm > Root)];
        for (int i = 1; i < run.Length; i++)
            if (check(run[i - 1], run[i], Minus(run[i].Point, run[i - 1].Point)) is { } broken)
                return broken;
        return null;
    }

    // What rounding adds to inner products of gradients with the step, whose ends are rounded, and to values.
    static double Error(MinimizerState<double> before, MinimizerState<double> after, ImmutableArray<double> step)
    {
        double sum = Math.Abs(before.Value) + Math.Abs(after.Value);
        for (int i = 0; i < step.Length; i++)
            sum += (Math.Abs(before.Gradient[i]) + Math.Abs(after.Gradient[i])) * (Math.Abs(step[i]) + Math.Abs(before.Point[i]));
        return 8 * (step.Length + 8) * Math.ScaleB(sum, -53);
    }

    static string Broken(string what, double bound, double got, double error) =>
        FormattableString.Invariant($"{what} must be small enough: expected at most {bound:R}, got {got:R}, rounding {error:R}.");

    static string? Mapped(LawContext b, MinimizerSpec spec, Objective<double> objective, double[] start, Func<double[], double[]> map)
    {
        Objective<double> mapped = objective with
        {
            Value = x => objective.Value(map(x)),
            Gradient = objective.Gradient is { } gradient ? x => map(gradient(map(x))) : null,
            Hessian = objective.Hessian is { } hessian ? x => Both(hessian(map(x)), map) : null,
            Residuals = objective.Residuals is { } residuals ? x => residuals(map(x)) : null,
            Jacobian = objective.Jacobian is { } jacobian ? x => Rows(jacobian(map(x)), map) : null,
        };
        IMinimizer<double> minimizer = b.Backend.Minimizer<double>(spec);
        return Same(States(minimizer, objective, start, Steps), States(minimizer, mapped, map(start), Steps)
            .Select(state => state with { Point = [.. map([.. state.Point])] }));
    }

    static double[,] Rows(double[,] matrix, Func<double[], double[]> map)
    {
        var mapped = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            double[] row = map([.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j])]);
            for (int j = 0; j < row.Length; j++)
                mapped[i, j] = row[j];
        }
        return mapped;
    }

    static double[,] Both(double[,] matrix, Func<double[], double[]> map) => Transposed(Rows(Transposed(Rows(matrix, map)), map));

    static double[,] Transposed(double[,] matrix)
    {
        var transposed = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int i = 0; i < matrix.GetLength(0); i++)
            for (int j = 0; j < matrix.GetLength(1); j++)
                transposed[j, i] = matrix[i, j];
        return transposed;
    }

    static R Counted<R>(ref int count, R result)
    {
        count++;
        return result;
    }
}
