using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Ranges;

/// <summary>Results within the range whose way is far beyond it.</summary>
public sealed class FarTests
{
    [Fact]
    public void Derivatives_of_the_only_alignment_are_minus_1_however_improbable_it_is()
    {
        Operands<double> operands = Operands<double>.None
            .With("log_probs", Tensor.Create(Enumerable.Repeat(-1.7e308, 6).ToArray(), [2, 1, 3])).With("targets", Tensor.Create([1L, 2], [1, 2]))
            .With("input_lengths", Tensor.Create([2L], [1])).With("target_lengths", Tensor.Create([2L], [1]));
        Evaluation<double> evaluation = new NativeBackend().Loss<double>(new ConnectionistTemporalClassification(Reduction: Reduction.Sum)).Evaluate(operands);
        Assert.Equal([0, -1, 0, 0, 0, -1], evaluation.Gradients["log_probs"].Flat().ToArray());
    }

    [Theory, InlineData(1e30), InlineData(4e38), InlineData(1e200), InlineData(1e308)]
    public void Focal_losses_whose_power_vanishes_are_0_and_flat(double gamma)
    {
        Tensor<double> logits = Tensor.Create([0.5, -0.25, 1], [1, 3]), target = Tensor.Create([0.0, 1, 0], [1, 3]);
        foreach (LossSpec spec in (LossSpec[])[new CategoricalFocalCrossEntropy(Gamma: gamma), new SigmoidFocal(Gamma: gamma)])
        {
            Evaluation<double> evaluation = new NativeBackend().Loss<double>(spec).Evaluate(Operands<double>.Of(logits, target));
            Assert.All([.. evaluation.Value.Flat(), .. evaluation.Gradients["input"].Flat()], number => Assert.Equal(0, number));
        }
    }

    [Theory, InlineData(1300), InlineData(2100), InlineData(1e6), InlineData(1e12)]
    public void Celu_of_a_negative_α_is_infinite_where_its_exponential_is(double power)
    {
        Evaluation<double> evaluation = new NativeBackend().Activation<double>(new Celu(-1.5))
            .Evaluate(Operands<double>.Of(Tensor.Create([-1.5 * power], [1])), cotangent: Tensor.Create([1e-16], [1]));
        Assert.Equal(double.NegativeInfinity, evaluation.Value.Flat()[0]);
        Assert.Equal(double.PositiveInfinity, evaluation.Gradients["input"].Flat()[0]);
    }

    [Fact]
    public void Celu_of_a_negative_α_is_scaled_back_into_the_range()
    {
        // e^1000 · e^−600 = e^400; the cotangent has half a ULP, which no power multiplies.
        double derivative = new NativeBackend().Activation<double>(new Celu(-1))
            .Evaluate(Operands<double>.Of(Tensor.Create([-1000.0], [1])), cotangent: Tensor.Create([Math.ScaleB(1, -900)], [1])).Gradients["input"].Flat()[0];
        Assert.Equal(1, derivative / (Math.Exp(500) * Math.ScaleB(1, -450) * (Math.Exp(500) * Math.ScaleB(1, -450))), 1e-14);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void A_decay_too_small_for_memory_still_has_a_sign(double sign)
    {
        IOptimizer<double> rprop = new NativeBackend().Optimizer<double>(new Rprop(LearningRate: 0.25, WeightDecay: 0.125));
        OptimizerState<double> state = rprop.Init([Tensor.Create(Enumerable.Repeat(sign * double.Epsilon, 11).ToArray(), [11])]);
        Assert.All(rprop.Update(state, [Tensor.Create(new double[11], [11])]).Parameters[0].Flat().ToArray(), x => Assert.Equal(-sign * 0.25, x));
    }
}
