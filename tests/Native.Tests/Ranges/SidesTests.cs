using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Ranges;

/// <summary>Which side of a bend a number is on does not depend on whether a product of it underflows.</summary>
public class SidesTests
{
    const double Smallest = double.Epsilon;

    [Theory, InlineData(-5e-30f, 1.25e-23f), InlineData(5e-30f, -1.25e-23f)]
    public void Perceptron_loss_is_missed_where_the_signs_differ(float x, float y)
    {
        Evaluation<float> loss = new NativeBackend().Loss<float>(new PerceptronLoss(Reduction.Sum)).Evaluate(Operands<float>.Of(Tensor.Create([x], [1]), Tensor.Create([y], [1])), ["input", "target"]);
        Assert.Equal((-y, -x), (loss.Gradients["input"].Flat()[0], loss.Gradients["target"].Flat()[0]));
    }

    [Theory, InlineData(1e-200, 1e-200, 0), InlineData(-1e-200, -1e-200, 0), InlineData(1e-200, -1e-200, 1e-200), InlineData(0, 1e-200, -1e-200)]
    public void Ranking_without_margin_is_met_where_the_signs_agree(double x, double z, double derivative)
    {
        Operands<double> operands = Operands<double>.None.With("input1", Tensor.Create([x], [1])).With("input2", Tensor.Create([0.0], [1])).With("target", Tensor.Create([z], [1]));
        Assert.Equal(derivative, new NativeBackend().Loss<double>(new MarginRanking(0)).Evaluate(operands, ["input1"]).Gradients["input1"].Flat()[0]);
    }

    [Theory, InlineData(0.5, Smallest, 1), InlineData(0.5, -Smallest, 0.5), InlineData(-0.5, -Smallest, 1), InlineData(-0.5, Smallest, 0.5)]
    public void Softplus_is_the_identity_above_a_threshold_of_0(double beta, double x, double expected)
    {
        double derivative = new NativeBackend().Activation<double>(new Softplus(beta, 0)).Evaluate(Operands<double>.Of(Tensor.Create([x], [1]))).Gradients["input"].Flat()[0];
        Assert.Equal(expected, derivative);
    }

    [Fact]
    public void Derivative_of_softplus_is_a_half_beside_an_infinity()
    {
        Tensor<double> input = Tensor.Create([double.PositiveInfinity, -Smallest], [2]);
        Assert.Equal([1, 0.5], new NativeBackend().Activation<double>(new Softplus(0.5, double.PositiveInfinity)).Evaluate(Operands<double>.Of(input)).Gradients["input"].Flat().ToArray());
    }

    [Theory, InlineData(0, -Smallest, 0.3), InlineData(0, Smallest, -0.3), InlineData(Smallest, 0, -0.3), InlineData(0, 0, 0), InlineData(-Smallest, Smallest, 0), InlineData(1e300, -1e300, 0)]
    public void Lion_steps_against_the_sign_of_what_underflows(double mean, double gradient, double expected) =>
        Assert.Equal(expected, Step(new Lion(0.3, 0.5), "exp_avg", mean, gradient));

    [Theory, InlineData(0, -Smallest, 0.5), InlineData(0, Smallest, -0.5), InlineData(Smallest, -3 * Smallest, -0.5), InlineData(0, 0, 0)]
    public void Signum_steps_against_the_sign_of_what_underflows(double mean, double gradient, double expected) =>
        Assert.Equal(expected, Step(new Signum(0.5, 0.9), "momentum_buffer", mean, gradient));

    [Fact]
    public void Infinite_parameter_stays_infinite_where_the_step_only_leaves_the_range()
    {
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(new Sgd(0.1, 0.9, Nesterov: true));
        OptimizerState<double> state = optimizer.Init([Tensor.Create([double.PositiveInfinity, 1], [2])]);
        state = optimizer.Update(optimizer.Update(state, [Tensor.Create([0.0, 0], [2])]), [Tensor.Create([double.MaxValue, 0], [2])]);
        Assert.Equal([double.PositiveInfinity, 1], state.Parameters[0].Flat().ToArray());
    }

    [Fact]
    public void Group_steps_as_alone_beside_one_that_left_the_range()
    {
        var groups = new Groups([new RmsProp(Centered: true), new ClipGradNorm(new Sgd(0.1), 1)], [0, 1]);
        IOptimizer<float> together = new NativeBackend().Optimizer<float>(groups), alone = new NativeBackend().Optimizer<float>(groups.Optimizers[0]);
        OptimizerState<float> one = alone.Init([Tensor.Create([1f], [1])]), both = together.Init([Tensor.Create([1f], [1]), Tensor.Create([1f], [1])]);
        one["grad_avg"][0].FlatForWriting()[0] = both["grad_avg"][0].FlatForWriting()[0] = 1e-30f;
        Tensor<float> gradient = Tensor.Create([0f], [1]), infinite = Tensor.Create([float.NaN], [1]);
        Bits.Same(alone.Update(one, [gradient]).Parameters[0], together.Update(both, [gradient, infinite]).Parameters[0]);
        OptimizerState<float> expected = together.Update(both, [gradient, infinite]);
        together.UpdateInPlace(both, [gradient, infinite]);
        Bits.Same(expected.Parameters[0], both.Parameters[0]);
        Bits.Same(expected.Parameters[1], both.Parameters[1]);
    }

    static double Step(OptimizerSpec spec, string slot, double mean, double gradient)
    {
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(spec);
        OptimizerState<double> state = optimizer.Init([Tensor.Create([0.0], [1])]);
        state[slot][0].FlatForWriting()[0] = mean;
        return optimizer.Update(state, [Tensor.Create([gradient], [1])]).Parameters[0].Flat()[0];
    }
}
