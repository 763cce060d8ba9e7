using System.Collections.Immutable;
using ParityNet.Definitions.Problems;
using ParityNet.Native;

namespace ParityNet.Minimizers.Tests;

/// <summary>A minimizer's run on a problem, with the log of its evaluations.</summary>
/// <param name="Result">Where it ended.</param>
/// <param name="Best">The number of each evaluation that had a smaller value than all before, and that value.</param>
sealed record Run(MinimizerResult<double> Result, ImmutableArray<(int Evaluation, double Value)> Best)
{
    /// <summary>Minimizes a problem from one of its starts.</summary>
    public static Run Of(Problem problem, MinimizerSpec method, int start)
    {
        int evaluations = 0;
        double best = double.PositiveInfinity;
        var log = ImmutableArray.CreateBuilder<(int, double)>();
        Objective<double> objective = problem.Objective;
        Objective<double> counted = objective with
        {
            Value = x => Note(objective.Value(x)),
            Residuals = objective.Residuals is { } residuals ? x => Noted(residuals(x)) : null,
        };
        var result = new NativeBackend().Minimizer<double>(method).Minimize(counted, problem.Starts[start]);
        return new(result, log.ToImmutable());

        double Note(double value)
        {
            evaluations++;
            if (value < best)
            {
                best = value;
                log.Add((evaluations, value));
            }

            return value;
        }

        double[] Noted(double[] values)
        {
            Note(values.Sum(value => value * value));
            return values;
        }
    }

    /// <summary>The evaluations until f − f* is at most 10⁻⁸ of f₀ − f*; null where it never is.</summary>
    public int? EvaluationsUntil(double minimum) => Until(Best, minimum);

    public static int? Until(IReadOnlyList<(int Evaluation, double Value)> best, double minimum) => best
        .Where(entry => entry.Value - minimum <= 1e-8 * (best[0].Value - minimum))
        .Select(entry => (int?)entry.Evaluation)
        .FirstOrDefault();
}
