using ParityNet.Definitions.Problems;
using ParityNet.Native;
using Xunit;

namespace ParityNet.Minimizers.Tests;

public class LeastSquaresTests
{
    const double Wanted = 9;

    // Where the sum of squares is flat in double it fixes half of the digits of a parameter, and only the gradient tells more: so a few full steps of
    // Newton's method follow.
    const int NewtonSteps = 5;

    /// <summary>Levenberg–Marquardt as far as the sum of squares tells, then Newton's method.</summary>
    internal static MinimizerResult<double> Fitted(Problem problem, int start)
    {
        var native = new NativeBackend();
        var fit = native.Minimizer<double>(new LevenbergMarquardt(0, 0, 0)).Minimize(problem.Objective, problem.Starts[start]);
        var newton = native.Minimizer<double>(new Newton(new FixedStep(), GradientTolerance: 0, MaxIterations: NewtonSteps));
        var polished = newton.Minimize(problem.Objective, fit.Point);
        return polished with { State = polished.State with { Evaluations = fit.Evaluations, Iteration = fit.Iterations } };
    }

    public static TheoryData<string, int> Regressions => new(ProblemCatalog.Nist.SelectMany(problem => new[] { (problem.Name, 0), (problem.Name, 1) }));

    [Theory, MemberData(nameof(Regressions))]
    public void Levenberg_Marquardt_finds_nine_certified_digits_from_both_starts_of_NIST(string name, int start)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        MinimizerResult<double> result = Fitted(problem, start);
        double digits = Digits(problem, result);
        Assert.True(digits >= Wanted, $"{digits:0.0} digits after {result.Iterations} steps: {result.Explanation}");
    }

    /// <summary>The digits that all parameters have right.</summary>
    internal static double Digits(Problem problem, MinimizerResult<double> result) => problem.Minima[0].At.Zip(result.Point, (number, x) => DigitsOf(number.Value, x)).Min();

    // NIST's measure of accuracy: −log₁₀ of the relative error.
    static double DigitsOf(double certified, double x) => x == certified ? double.PositiveInfinity : -Math.Log10(Math.Abs(x - certified) / Math.Abs(certified));
}
