using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;
using ParityNet.Definitions.Problems;

namespace ParityNet.Minimizers.Tests;

/// <summary>MathNet.Numerics as a live second implementation, from the standard starts.</summary>
static class MathNetRuns
{
    /// <summary>How many problems it solves by the same method; null where it has none.</summary>
    public static int? Solved(MinimizerSpec method) => method switch
    {
        LevenbergMarquardt => Count(LeastSquares),
        Bfgs => Count(problem => Minimum(problem, new BfgsMinimizer(1e-8, 1e-12, 1e-12, 2000))),
        ConjugateGradient => Count(problem => Minimum(problem, new ConjugateGradientMinimizer(1e-8, 5000))),
        _ => null,
    };

    static int Count(Func<Problem, double> minimize) => ProblemCatalog.MoreGarbowHillstrom.Count(problem => IsSolved(problem, minimize));

    // It throws where a line search fails or a function is not finite.
    static bool IsSolved(Problem problem, Func<Problem, double> minimize)
    {
        try
        {
            double first = problem.Objective.Value([.. problem.Starts[0]]);
            return MethodComparison.MinimumAt(problem, first, minimize(problem)) is not null;
        }
        catch (Exception error) when (error is OptimizationException or ArgumentException or ArithmeticException or InvalidOperationException)
        {
            return false;
        }
    }

    static double Minimum(Problem problem, IUnconstrainedMinimizer minimizer)
    {
        var objective = problem.Objective;
        IObjectiveFunction function = ObjectiveFunction.Gradient(
            x => objective.Value(x.ToArray()), x => DenseVector.OfArray(objective.Gradient!(x.ToArray())));
        return minimizer.FindMinimum(function, Start(problem)).FunctionInfoAtMinimum.Value;
    }

    static double LeastSquares(Problem problem)
    {
        var objective = problem.Objective;
        int residuals = objective.Residuals!([.. problem.Starts[0]]).Length;
        IObjectiveModel model = ObjectiveFunction.NonlinearModel(
            (p, _) => DenseVector.OfArray(objective.Residuals!(p.ToArray())), (p, _) => DenseMatrix.OfArray(objective.Jacobian!(p.ToArray())),
            DenseVector.Create(residuals, 0), DenseVector.Create(residuals, 0));
        var result = new LevenbergMarquardtMinimizer(gradientTolerance: 1e-14, stepTolerance: 1e-12, functionTolerance: 1e-12, maximumIterations: 2000)
            .FindMinimum(model, Start(problem));
        return objective.Value(result.MinimizingPoint.ToArray());
    }

    static Vector<double> Start(Problem problem) => DenseVector.OfArray([.. problem.Starts[0]]);
}
