using System.Collections.Immutable;
using ParityNet.Definitions.Problems;

namespace ParityNet.Minimizers.Tests;

/// <summary>Each method beside SciPy's, on all problems of Moré, Garbow and Hillstrom from all starts.</summary>
static class MethodComparison
{
    static readonly Lazy<ImmutableArray<Row>> Computed = new(() =>
    [
        Of(new LevenbergMarquardt(0, 0, 0), "lm"), Of(new ConjugateGradient(), "CG"), Of(new Bfgs(), "BFGS"), Of(new Lbfgsb(), "L-BFGS-B"), Of(new NewtonCg(), "Newton-CG"),
    ]);

    public static ImmutableArray<Row> All => Computed.Value;

    static Row Of(MinimizerSpec method, string scipy)
    {
        Pair[] pairs = [.. ProblemCatalog.MoreGarbowHillstrom
            .SelectMany(problem => MoreGarbowHillstrom.Scales.Select((scale, start) => (problem, scale, start)))
            .AsParallel().AsOrdered().Select(of => Pair.Of(of.problem, of.scale, of.start, method, scipy))];
        double[] ratios = [.. pairs.Where(pair => pair is { Scale: 1, Ours: not null, Theirs: not null }).Select(pair => (double)pair.Ours!.Value / pair.Theirs!.Value).Order()];
        return new(
            method.Name, Solved(pair => pair.IsSolved), scipy, Solved(pair => pair.IsSolvedByScipy),
            ratios.Length == 0 ? double.NaN : (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2,
            MathNetRuns.Solved(method));

        ImmutableArray<int> Solved(Func<Pair, bool> solved) => [.. MoreGarbowHillstrom.Scales.Select(scale => pairs.Count(pair => pair.Scale == scale && solved(pair)))];
    }

    /// <summary>Whether a value is one of a problem's minima: nearer than 10⁻⁸ of the descent to it. It is the value it ends at that counts.</summary>
    public static double? MinimumAt(Problem problem, double first, double value) => MoreGarbowHillstrom.MinimaOf(problem)
        .Where(minimum => Math.Abs(value - minimum) <= 1e-8 * Math.Abs(first - minimum)).Select(minimum => (double?)minimum).FirstOrDefault();

    public sealed record Row(string Ours, ImmutableArray<int> Solved, string Scipy, ImmutableArray<int> SolvedByScipy, double Ratio, int? MathNet);

    sealed record Pair(int Scale, bool IsSolved, bool IsSolvedByScipy, int? Ours, int? Theirs)
    {
        public static Pair Of(Problem problem, int scale, int start, MinimizerSpec method, string scipy)
        {
            Run ours = Run.Of(problem, method, start);
            ScipyRun theirs = ScipyRun.Of(problem.Name, scale, scipy);
            double first = problem.Objective.Value([.. problem.Starts[start]]);
            double? minimum = MinimumAt(problem, first, ours.Result.Value), other = theirs.Value is { } value ? MinimumAt(problem, first, value) : null;
            return new(
                scale, minimum is not null, other is not null,
                minimum is { } at ? ours.EvaluationsUntil(at) : null,
                other is { } end && theirs.Best.Length > 0 ? Run.Until(theirs.Best, end) : null);
        }
    }
}
