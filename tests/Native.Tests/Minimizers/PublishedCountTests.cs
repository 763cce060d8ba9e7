using ParityNet.Losses;
using ParityNet.Minimizers;

namespace ParityNet.Native.Tests.Minimizers;

/// <summary>Evaluation counts that other implementations print for Rosenbrock's function from its usual start.</summary>
public class PublishedCountTests
{
    static readonly IBackend Native = new NativeBackend();

    static readonly Objective<double> Rosenbrock = Objective.LeastSquares<double>(
        x => [10 * (x[1] - x[0] * x[0]), 1 - x[0]], x => new double[,] { { -20 * x[0], 10 }, { -1, 0 } }) with
    {
        Value = x => 100 * ((x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0])) + (1 - x[0]) * (1 - x[0]),
        Gradient = x => [-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])],
        Hessian = x => new double[,] { { 1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0] }, { -400 * x[0], 200 } },
    };

    // MINPACK's lmder as scipy.optimize.leastsq calls it: nfev 21, njev 16, info 4.
    [Fact]
    public void Levenberg_marquardt_takes_the_steps_of_minpack()
    {
        MinimizerResult<double> result = Native.Minimizer<double>(new LevenbergMarquardt()).Minimize(Rosenbrock, [-1.2, 1], TestContext.Current.CancellationToken);

        Assert.Equal(StopReason.GradientNorm, result.Stopped);
        Assert.Equal((21, 16), (result.Evaluations.Value, result.Evaluations.Gradient));
        Assert.Equal([1, 1], result.Point);
    }

    // scipy.optimize.minimize(method="trust-ncg", options={"gtol": 1e-8}) of SciPy 1.10.1: nit 30, nfev 31, njev 28.
    [Fact]
    public void Newton_cg_takes_the_steps_of_scipy()
    {
        MinimizerResult<double> result = Native.Minimizer<double>(new NewtonCg()).Minimize(Rosenbrock, [-1.2, 1], TestContext.Current.CancellationToken);

        Assert.Equal((30, 31, 28), (result.Iterations, result.Evaluations.Value, result.Evaluations.Gradient));
        Assert.Equal(StopReason.GradientNorm, result.Stopped);
    }

    // torch.optim.LBFGS of PyTorch 2.6.0, with max_iter=200: 62 evaluations without a line search, 43 in 35 iterations with it.
    [Fact]
    public void Lbfgs_takes_the_steps_of_pytorch()
    {
        MinimizerResult<double> plain = Native.Minimizer<double>(new Lbfgs(MaxIterations: 200, MaxEvaluations: 1000)).Minimize(Rosenbrock, [-1.2, 1], TestContext.Current.CancellationToken);
        MinimizerResult<double> searched = Native.Minimizer<double>(new Lbfgs(MaxIterations: 200, MaxEvaluations: 1000, LineSearch: LbfgsLineSearch.StrongWolfe)).Minimize(Rosenbrock, [-1.2, 1], TestContext.Current.CancellationToken);

        Assert.Equal((62, 62), (plain.Iterations, plain.Evaluations.Value));
        Assert.Equal((35, 43), (searched.Iterations, searched.Evaluations.Value));
    }

    [Fact]
    public void A_robust_loss_counts_an_outlier_little()
    {
        // A line through (i, 2i + 1) with one point far off: squares follow it, Huber's loss hardly does.
        double[] y = [1, 3, 5, 7, 109, 11, 13, 15];
        Objective<double> line = Objective.LeastSquares<double>(
            p => [.. y.Select((value, i) => p[0] + p[1] * i - value)], _ =>
            {
                var jacobian = new double[8, 2];
                for (int i = 0; i < 8; i++)
                    (jacobian[i, 0], jacobian[i, 1]) = (1, i);
                return jacobian;
            });
        MinimizerResult<double> squares = Native.Minimizer<double>(new LevenbergMarquardt()).Minimize(line, [0, 0], TestContext.Current.CancellationToken);
        MinimizerResult<double> robust = Native.Minimizer<double>(new LevenbergMarquardt(Loss: new Huber(0.01))).Minimize(line, [0, 0], TestContext.Current.CancellationToken);

        // Of Huber's loss: at the minimum the derivatives, r within ±δ, have no inner product with the columns; so p moves by less than δ·8.
        Assert.True(Math.Abs(robust.Point[1] - 2) < 0.01 && Math.Abs(robust.Point[0] - 1) < 0.02);
        Assert.True(Math.Abs(squares.Point[0] - 1) > 1);
    }
}
