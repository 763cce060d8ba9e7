using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native;
using Xunit;

namespace ParityNet.Minimizers.Tests;

public class ModelObjectiveTests
{
    static readonly NativeBackend Backend = new();

    static readonly Perceptron Network = new([3, 4, 2], new Tanh(), new Identity());

    static readonly Tensor<double> Input = Tensor.Create([0.5, -1, 2, 1.5, 0.25, -0.75, -2, 1, 0.125, 3, -0.5, 1], [4, 3]),
        Target = Tensor.Create([1.0, -2, 0.5, 3, -1, 0.25, 2, 1], [4, 2]);

    [Fact]
    public void Parameters_and_the_vector_of_their_elements_are_one_another()
    {
        var parameters = Network.Init<double>(5);
        double[] vector = Network.ToVector(parameters);
        Assert.Equal((4 * 3) + 4 + (2 * 4) + 2, vector.Length);
        Assert.Equal(parameters.SelectMany(p => p.Flat().ToArray()), vector);
        Assert.All(parameters.Zip(Network.FromVector<double>(vector)), both => Assert.True(both.First.Lengths.SequenceEqual(both.Second.Lengths)));
        Assert.Equal(vector, Network.ToVector(Network.FromVector<double>(vector)));
    }

    [Fact]
    public void Value_and_gradient_are_those_of_the_model_for_any_loss()
    {
        var model = Backend.Model<double>(Network, new CrossEntropy());
        var labels = Tensor.Create([0L, 1, 1, 0], [4]);
        Objective<double> objective = Objective.OfModel(model, Input, labels);
        double[] at = Network.ToVector(Network.Init<double>(1));
        var expected = model.LossAndGradients(Network.FromVector<double>(at), Input, labels);
        Assert.Equal(expected.Loss, objective.Value(at));
        Assert.Equal(Network.ToVector(expected.Gradients), objective.Gradient!(at));
        Assert.Null(objective.Residuals);
    }

    [Theory, InlineData(false, Reduction.Mean), InlineData(false, Reduction.Sum), InlineData(true, Reduction.Mean), InlineData(true, Reduction.Sum)]
    public void Squares_of_residuals_add_up_to_the_loss(bool half, Reduction reduction)
    {
        Objective<double> objective = Objective.OfModel(Backend.Model<double>(Network, new SquaredError(half, reduction)), Input, Target);
        double[] at = Network.ToVector(Network.Init<double>(2));
        double sum = objective.Residuals!(at).Sum(r => r * r);
        // Two roundings of a residual count twice, its square and the sum of eight once each.
        Assert.InRange(sum, objective.Value(at) * (1 - Gamma(16)), objective.Value(at) * (1 + Gamma(16)));
    }

    [Fact]
    public void The_Jacobian_of_a_linear_model_is_its_input()
    {
        var linear = new Perceptron(3, 2);
        Objective<double> objective = Objective.OfModel(Backend.Model<double>(linear, new SquaredError(Reduction: Reduction.Sum)), Input, Target);
        double[,] jacobian = objective.Jacobian!(linear.ToVector(linear.Init<double>(3)));
        double[] numbers = Input.Flat().ToArray();
        for (int i = 0; i < 8; i++)
            for (int j = 0; j < 8; j++)
            {
                int example = i / 2, output = i % 2;
                // W row by row, then b.
                double expected = j < 6 ? (j / 3 == output ? numbers[example * 3 + j % 3] : 0) : j - 6 == output ? 1 : 0;
                Assert.InRange(jacobian[i, j], expected - Gamma(8) * Math.Abs(expected), expected + Gamma(8) * Math.Abs(expected));
            }
    }

    [Fact]
    public void The_gradient_of_one_example_is_twice_its_residual_times_its_row_of_the_Jacobian()
    {
        var network = new Perceptron([3, 4, 1], new Tanh(), new Identity());
        double[] at = network.ToVector(network.Init<double>(4));
        var example = Tensor.Create([0.5, -1.0, 2], [1, 3]);
        var target = Tensor.Create([7.0], [1, 1]);
        Objective<double> objective = Objective.OfModel(Backend.Model<double>(network, new SquaredError()), example, target);
        double[] gradient = objective.Gradient!(at), residuals = objective.Residuals!(at);
        double[,] jacobian = objective.Jacobian!(at);
        for (int j = 0; j < at.Length; j++)
        {
            // Both go back through two layers, with another factor at their end: products alone, since there is one output.
            double product = 2 * residuals[0] * jacobian[0, j], room = Gamma(24) * Math.Abs(product);
            Assert.InRange(gradient[j], product - room, product + room);
        }
    }

    [Theory, MemberData(nameof(Methods))]
    public void Every_method_fits_a_plane(MinimizerSpec method)
    {
        // y = 2x₁ − x₂ + ½x₃ + 3.
        var plane = new Perceptron(3, 1);
        var target = Tensor.Create([6.0, 5.375, -1.9375, 10], [4, 1]);
        Objective<double> objective = Objective.OfModel(Backend.Model<double>(plane, new SquaredError()), Input, target);
        double[] start = plane.ToVector(plane.Init<double>(6));
        var end = Backend.Minimizer<double>(method).Minimize(objective, start, TestContext.Current.CancellationToken);
        Assert.True(end.Converged || end.Stopped == StopReason.NoDecrease, end.Explanation);
        // The targets lie in the plane: what is left is what rounding leaves of the value at the start.
        Assert.InRange(end.Value, 0, Gamma(1) * objective.Value(start));
        double[] expected = [2, -1, 0.5, 3];
        // The loss is ¼·‖A(θ − θ*)‖² with ‖A⁻¹‖ below 3, found from the inverse.
        Assert.All(end.Point.Zip(expected), both => Assert.InRange(Math.Abs(both.First - both.Second), 0, 3 * 2 * Math.Sqrt(end.Value) + Gamma(64)));
    }

    public static TheoryData<MinimizerSpec> Methods => [new Lbfgs(LineSearch: LbfgsLineSearch.StrongWolfe, GradientTolerance: 0, ChangeTolerance: 0, MaxIterations: 100), new Bfgs(), new ConjugateGradient(), new LevenbergMarquardt(), new NewtonCg()];

    [Fact]
    public void A_model_with_dropout_is_refused()
    {
        var dropping = new Perceptron([3, 4, 1], new ReLU(), new Identity(), Dropout: 0.5);
        var problem = Assert.Throws<ArgumentException>(() => Objective.OfModel(Backend.Model<double>(dropping, new SquaredError()), Input, Target));
        Assert.StartsWith("model must give the same loss for the same parameters: expected no dropout, got ", problem.Message);
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Equal("vector must hold one number per element of a parameter: expected 26, got 3.",
            Assert.Throws<ArgumentException>(() => Network.FromVector<double>([1, 2, 3])).Message);

    static double Gamma(int roundings) => roundings * Math.ScaleB(1, -53) / (1 - roundings * Math.ScaleB(1, -53));
}
