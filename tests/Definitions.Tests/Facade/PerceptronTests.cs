using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Models;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Models;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class PerceptronTests
{
    [Fact]
    public void Gradients_of_two_linear_layers_are_those_of_the_chain_rule()
    {
        // f(x) = W₂(W₁x), L = Σ (f(x) − y)²: ∂L/∂W₂ = 2(f − y)(W₁x)ᵀ and ∂L/∂W₁ = 2W₂ᵀ(f − y)xᵀ.
        var spec = new Perceptron([2, 2, 1], new Identity(), new Identity());
        Tensor<double>[] parameters = [Make.Rows(2, 1, 2, -1, 0.5), Make.Row(0, 0), Make.Rows(2, 3, -2), Make.Row(0)];

        DefinedModel<Plain> model = Definition.Model<double, Plain>(
            spec, new SquaredError(Reduction: Reduction.Sum), parameters, Make.Rows(2, 1, 2), Make.Rows(1, 4));

        // W₁x = (5, 0), f = 15, f − y = 11
        Assert.Equal(15, model.Output[0].Value);
        Assert.Equal(121, model.Loss.Value);
        Assert.Equal([66.0, 132, -44, -88], model.Gradients[0].Select(g => g.Value));
        Assert.Equal([66.0, -44], model.Gradients[1].Select(g => g.Value));
        Assert.Equal([110.0, 0], model.Gradients[2].Select(g => g.Value));
        Assert.Equal([22.0], model.Gradients[3].Select(g => g.Value));
    }

    [Fact]
    public void Gradients_layer_by_layer_meet_the_slopes_carried_forward_through_the_whole_network()
    {
        foreach (Perceptron spec in Perceptron.Examples.Cast<Perceptron>())
        {
            Tensor<double>[] parameters = [.. spec.Init<double>(3)];
            Tensor<double> input = Make.Random<double>(new Random(5), x => x, 3, spec.Widths[0]);
            Tensor<double> target = Make.Random<double>(new Random(6), x => x, 3, spec.Widths[^1]);
            ModelContext<double> context = Context<double>(spec, 3);
            DefinedModel<Enclosure<double>> backwards =
                Definition.Model<double, Enclosure<double>>(spec, new SquaredError(), parameters, input, target, context);
            for (int p = 0; p < parameters.Length; p++)
            {
                for (int i = 0; i < parameters[p].FlattenedLength; i++)
                {
                    Enclosure<double> forward = Forward(spec, parameters, input, target, context, p, i).Derivative, backward = backwards.Gradients[p][i];
                    // Both hold the true derivative.
                    Assert.True(forward.Lo <= backward.Hi && backward.Lo <= forward.Hi, $"{spec.Parameters[p].Name}[{i}]: {forward}, {backward}");
                }
            }
        }
    }

    [Fact]
    public void Plain_results_lie_inside_the_enclosures_of_float()
    {
        foreach (Perceptron spec in Perceptron.Examples.Cast<Perceptron>())
        {
            Tensor<float>[] parameters = [.. spec.Init<float>(7)];
            Tensor<float> input = Make.Random<float>(new Random(1), x => x, 4, spec.Widths[0]);
            LossSpec loss = spec.Output is LogSoftmax ? new NegativeLogLikelihood() : new SquaredError();
            Operand<float> target = spec.Output is LogSoftmax ? Make.Labels(0, 2, 1, 0) : Make.Random<float>(new Random(2), x => x, 4, spec.Widths[^1]);

            ModelContext<float> context = Context<float>(spec, 4);
            DefinedModel<Enclosure<float>> bounds = Definition.Model<float, Enclosure<float>>(spec, loss, parameters, input, target, context);
            DefinedModel<Plain> plain = Definition.Model<float, Plain>(spec, loss, parameters, input, target, context);

            Assert.True(bounds.Loss.Contains((float)plain.Loss.Value));
            Assert.All(bounds.Gradients.AddRange(bounds.Buffers).Zip(plain.Gradients.AddRange(plain.Buffers)), pair => Assert.All(
                pair.First.Zip(pair.Second), one => Assert.True(one.First.Contains((float)one.Second.Value))));
        }
    }

    static Dual<Enclosure<double>> Forward(
        Perceptron spec, Tensor<double>[] parameters, Tensor<double> input, Tensor<double> target, ModelContext<double> context, int p, int i)
    {
        Argument<Dual<Enclosure<double>>>[] numbers = [.. parameters.Select(parameter => Argument<Dual<Enclosure<double>>>.Of<double>(parameter))];
        numbers[p].Numbers[i] = Dual<Enclosure<double>>.Variable(numbers[p].Numbers[i].Value);
        var sources = new Dictionary<StageSource, Argument<Dual<Enclosure<double>>>[]>
        {
            [StageSource.Parameter] = numbers,
            [StageSource.Buffer] = [.. context.Buffers.Select(buffer => Argument<Dual<Enclosure<double>>>.Of<double>(buffer))],
            [StageSource.Mask] = [.. context.Masks.Select(mask => Argument<Dual<Enclosure<double>>>.Of<double>(mask))],
        };
        Argument<Dual<Enclosure<double>>> x = spec.Stages(training: true).Aggregate(
            Argument<Dual<Enclosure<double>>>.Of<double>(input), (x, stage) => new Link<Dual<Enclosure<double>>>(stage, x, sources).Output);
        var arguments = new Arguments<Dual<Enclosure<double>>> { ["input"] = x, ["target"] = Argument<Dual<Enclosure<double>>>.Of<double>(target) };
        return DefinitionIndex.Find<FunctionDefinition>(new SquaredError()).Evaluate(new SquaredError(), arguments, [], null).Value[0];
    }

    static ModelContext<T> Context<T>(Perceptron spec, nint rows)
        where T : unmanaged, IFloatingPointIeee754<T> => new(spec.InitBuffers<T>(), spec.DrawMasks<T>(rows, 9));
}
