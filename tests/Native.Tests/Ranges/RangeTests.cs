using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Ranges;

/// <summary>What left the range on the way is computed again, to the same bits on every plan.</summary>
public sealed class RangeTests
{
    const double Largest = 1.7e308;

    [Fact]
    public void Derivative_of_a_square_beyond_the_range_is_0_for_a_cotangent_of_0() =>
        Assert.Equal(0, Derivative<float>(new SquaredError(), 3e38f, -3e38f, 0));

    [Fact]
    public void Derivative_of_a_difference_beyond_the_range_is_scaled_back_into_it() =>
        Assert.Equal(6.8e306, Derivative<double>(new SquaredError(Reduction: Reduction.None), Largest, -Largest, 0.01));

    [Fact]
    public void Huber_of_a_difference_beyond_the_range_is_δ_times_it() =>
        Assert.Equal(6e8f, Loss<float>(new Huber(1e-30), [3e38f], [-3e38f]).Value.Flat()[0]);

    [Fact]
    public void Option_beyond_the_range_counts_at_every_call()
    {
        ILoss<float> loss = new NativeBackend().Loss<float>(new SmoothL1(Math.ScaleB(1, 200), Reduction.None));
        for (int call = 0; call < 3; call++)
        {
            // ½·(2¹²⁸)²/2²⁰⁰
            Operands<float> operands = Operands<float>.Of(Tensor.Create([MathF.ScaleB(1, 127)], [1]), Tensor.Create([-MathF.ScaleB(1, 127)], [1]));
            Assert.Equal(MathF.ScaleB(1, 55), loss.Value(operands).Flat()[0]);
        }
    }

    [Theory, InlineData(1.0, 0.5), InlineData(2.0, 0.70710678118654757)]
    public void Gradients_with_a_norm_beyond_the_range_are_clipped(double p, double share)
    {
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(new ClipGradNorm(new Sgd(1), 1, p));
        Tensor<double>[] gradients = [Tensor.Create([Largest, -Largest])];
        OptimizerState<double> start = optimizer.Init([Tensor.Create([0.0, 0])]), next = optimizer.Update(start, gradients);
        Assert.Equal([-share, share], next.Parameters[0].Flat().ToArray());
        Assert.Equal([-share, share], optimizer.UpdateInPlace(start, gradients).Parameters[0].Flat().ToArray());
    }

    [Fact]
    public void Option_below_the_range_is_not_0() => Assert.Equal(356.90068941407f,
        Loss<float>(new PoissonNegativeLogLikelihood(LogInput: false, Epsilon: 1E-310, Reduction: Reduction.None), [0], [0.5f]).Value.Flat()[0]);

    [Theory, InlineData(1.5), InlineData(2), InlineData(3)]
    public void Distances_whose_powers_underflow_have_derivatives(double p)
    {
        Operands<double> operands = Operands<double>.None.With("anchor", Tensor.Create([0.0])).With("positive", Tensor.Create([1.0])).With("negative", Tensor.Create([1e-250]));
        Evaluation<double> loss = new NativeBackend().Loss<double>(new TripletMargin(10, p, 0)).Evaluate(operands, ["negative"]);
        Assert.InRange(loss.Gradients["negative"].Flat()[0], -double.BitIncrement(1), -double.BitDecrement(1));
    }

    [Fact]
    public void Mean_of_numbers_whose_sum_is_beyond_the_range_is_their_mean() =>
        Assert.Equal(Largest, Loss<double>(new AbsoluteError(), [Largest, Largest], [0, 0]).Value.Flat()[0]);

    [Fact]
    public void Derivatives_of_a_squared_margin_beyond_the_range_are_0_for_a_cotangent_of_0()
    {
        var operands = Operands<double>.Of(Tensor.Create([0.0, Largest], [1, 2]), Tensor.Create([0L], [1]));
        Tensor<double> derivatives = new NativeBackend().Loss<double>(new MultiMargin(P: 2)).Evaluate(operands, cotangent: Tensor.Create([0.0], [1])).Gradients["input"];
        Assert.All(derivatives.Flat().ToArray(), derivative => Assert.Equal(0, derivative));
    }

    [Fact]
    public void Products_beyond_the_range_may_sum_to_a_number_within()
    {
        Operands<double> operands = Operands<double>.Of(Tensor.Create([1e308, 1e308, 7.0], [3])).With("weight", Tensor.Create([16.0, -16, 1], [1, 3]));
        Assert.Equal(7, new NativeBackend().Layer<double>(new Linear()).Value(operands).Flat()[0]);
    }

    [Theory, InlineData(Distance.Euclidean), InlineData(Distance.SquaredEuclidean)]
    public void Distances_beyond_the_range_cancel(Distance distance)
    {
        Operands<double> operands = Operands<double>.None.With("anchor", Tensor.Create([1e200], [1, 1])).With("positive", Tensor.Create([1.0], [1, 1])).With("negative", Tensor.Create([-1.0], [1, 1]));
        Assert.Equal(0, new NativeBackend().Loss<double>(new TripletMarginWithDistance(distance, Margin: 0)).Value(operands).Flat()[0]);
    }

    [Fact]
    public void Normalized_rows_do_not_know_how_long_they_were()
    {
        double[] row = [1, -2, 0.5, 3];
        Bits.Same(Normalized(row), Normalized([.. row.Select(x => Math.ScaleB(x, 1000))]));
    }

    [Fact]
    public void Adam_steps_as_far_along_a_gradient_whose_square_is_beyond_the_range()
    {
        IOptimizer<double> adam = new NativeBackend().Optimizer<double>(new Adam(Epsilon: 0));
        OptimizerState<double> state = adam.Init([Tensor.Create([0.0, 0], [2])]);
        Tensor<double>[] gradient = [Tensor.Create([Math.ScaleB(1, 700), 1], [2])];
        Tensor<double> next = adam.Update(state, gradient).Parameters[0];
        Assert.Equal(next.Flat()[1], next.Flat()[0]);
        Bits.Same(next, adam.UpdateInPlace(state, gradient).Parameters[0]);
    }

    [Fact]
    public void An_infinity_among_ordinary_arguments_stays_what_it_is() =>
        Assert.Equal(float.PositiveInfinity, Loss<float>(new SquaredError(), [float.PositiveInfinity, 1], [0, 0]).Value.Flat()[0]);

    [Fact]
    public void What_is_computed_again_has_the_same_bits_on_every_plan()
    {
        foreach (int length in new[] { 3, 17, 70, 300 })
        {
            Same<float>(length, 1e30f);
            Same<double>(length, 1e250);
        }
    }

    static void Same<T>(int length, T size) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] Numbers(int seed) => [.. Enumerable.Range(0, 2 * length).Select(i => T.CreateTruncating(Math.Sin(i * 1.7 + seed)) * (i % 3 == 0 ? size : i % 3 == 1 ? T.One : T.One / size))];
        Tensor<T> x = Tensor.Create(Numbers(1), [2, length]), y = Tensor.Create(Numbers(2), [2, length]), cotangent = Tensor.Create(Numbers(3), [2, length]);
        foreach (NativeBackend other in Plans.Others)
        {
            foreach (LossSpec spec in (LossSpec[])[new SquaredError(), new Huber(0.5), new LogCosh(), new SquaredError(Reduction: Reduction.None)])
                Bits.Same(Plans.Scalar.Loss<T>(spec).Evaluate(Operands<T>.Of(x, y)), other.Loss<T>(spec).Evaluate(Operands<T>.Of(x, y)));
            foreach (ActivationSpec spec in (ActivationSpec[])[new Softmax(1), new Softplus(), new Gelu()])
                Bits.Same(Plans.Scalar.Activation<T>(spec).Evaluate(Operands<T>.Of(x), cotangent: cotangent), other.Activation<T>(spec).Evaluate(Operands<T>.Of(x), cotangent: cotangent));
            Bits.Same(Plans.Scalar.Layer<T>(new LayerNorm([length])).Evaluate(Operands<T>.Of(x), cotangent: cotangent), other.Layer<T>(new LayerNorm([length])).Evaluate(Operands<T>.Of(x), cotangent: cotangent));
            foreach (OptimizerSpec spec in (OptimizerSpec[])[new Adam(), new Lamb(), new Adafactor(), new ClipGradNorm(new Sgd(0.1), 1)])
                Bits.Same(Step(Plans.Scalar, spec, x, y), Step(other, spec, x, y));
        }
    }

    static Tensor<T> Step<T>(NativeBackend backend, OptimizerSpec spec, Tensor<T> parameter, Tensor<T> gradient) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = backend.Optimizer<T>(spec);
        return optimizer.Update(optimizer.Init([parameter]), [gradient]).Parameters[0];
    }

    static Tensor<double> Normalized(double[] row) => new NativeBackend().Layer<double>(new LayerNorm([row.Length], Epsilon: 0)).Value(Operands<double>.Of(Tensor.Create(row, [1, row.Length])));

    static Evaluation<T> Loss<T>(LossSpec spec, T[] x, T[] y, Tensor<T>? cotangent = null) where T : unmanaged, IFloatingPointIeee754<T> =>
        new NativeBackend().Loss<T>(spec).Evaluate(Operands<T>.Of(Tensor.Create(x, [x.Length]), Tensor.Create(y, [y.Length])), cotangent: cotangent);

    static T Derivative<T>(LossSpec spec, T x, T y, T cotangent) where T : unmanaged, IFloatingPointIeee754<T> =>
        Loss(spec, [x], [y], Tensor.Create([cotangent], [1])).Gradients["input"].Flat()[0];
}
