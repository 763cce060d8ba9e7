using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
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

    [Fact]
    public void A_model_is_trained()
    {
        var input = Tensor.Create([0.0, 0, 0, 1, 1, 0, 1, 1], [4, 2]);
        var target = Tensor.Create([0.0, 1, 1, 0], [4, 1]);
        var network = new Perceptron([2, 3, 1], new Tanh(), new Identity());
        IModel<double> model = backend.Model<double>(network, new SquaredError());
        Objective<double> loss = Objective.OfModel(model, input, target);
        MinimizerResult<double> fit = backend.Minimizer<double>(new LevenbergMarquardt()).Minimize(loss, network.ToVector(network.Init<double>(1)));
        ImmutableArray<Tensor<double>> trained = network.FromVector<double>(fit.Point.AsSpan());

        Assert.True(fit.Converged, fit.Explanation);
        Assert.Equal(fit.Value, model.LossAndGradients(trained, input, target).Loss);
        Assert.True(fit.Value < 1e-20, fit.Explanation);
    }
}
