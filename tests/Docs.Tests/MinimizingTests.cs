using ParityNet.Minimizers;
using ParityNet.Native;

namespace ParityNet.Tests;

public class MinimizingTests
{
    readonly IBackend backend = new NativeBackend();

    [Fact]
    public void Function_is_minimized_at_once_and_step_by_step()
    {
        Objective<double> rosenbrock = Objective.Of<double>(
            x => 100 * Math.Pow(x[1] - x[0] * x[0], 2) + Math.Pow(1 - x[0], 2),
            x => [-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])]);
        MinimizerResult<double> result = backend.Minimizer<double>(new Bfgs()).Minimize(rosenbrock, [-1.2, 1]);

        IMinimizer<double> minimizer = backend.Minimizer<double>(new ConjugateGradient());
        MinimizerState<double> state = minimizer.Init(rosenbrock, [-1.2, 1]);
        while (state.Stopped is null && state.Iteration < 10)
            state = minimizer.Step(rosenbrock, state);
        MinimizerResult<double> rest = minimizer.Minimize(rosenbrock, state);

        Assert.Equal(StopReason.GradientNorm, result.Stopped);
        Assert.Equal(minimizer.Minimize(rosenbrock, [-1.2, 1]).Point, rest.Point);
    }

    [Fact]
    public void Constraints_have_multipliers()
    {
        Objective<double> nearest = Objective.Of<double>(x => x[0] * x[0] + x[1] * x[1], x => [2 * x[0], 2 * x[1]])
            .AtMost0(x => [1 - x[0] - x[1]], _ => new double[,] { { -1, -1 } });
        MinimizerResult<double> end = backend.Minimizer<double>(new InteriorPoint()).Minimize(nearest, [3, 0]);

        Assert.Equal(StopReason.Kkt, end.Stopped);
        Assert.Equal(0.5, end.Point[0], 1e-7);
        Assert.Equal(1, end.Multipliers!.Inequalities[0], 1e-7);
    }
}
