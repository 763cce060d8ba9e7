using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Ranges;

/// <summary>Results within the range whose way is far beyond it.</summary>
public sealed class FarTests
{
    [Fact]
    public void Slopes_of_the_only_alignment_are_minus_1_however_improbable_it_is()
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
}
