using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Losses;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Native.Simd;
using ParityNet.Parity.Cases;
using ParityNet.Torch;
using TorchSharp;

namespace ParityNet.Tests.CauchyExample;

/// <summary>The worked example of CONTRIBUTING.md holds.</summary>
public class CauchyTests
{
    [Fact]
    public void Native_example_lies_in_its_definition_for_float() => Native<float>();

    [Fact]
    public void Native_example_lies_in_its_definition_for_double() => Native<double>();

    [Fact]
    public void Torch_example_lies_in_its_definition()
    {
        if (TorchBackend.Unavailable is { } reason)
            Assert.Skip(reason);
        float[] x = [0, 0.5f, -3, 100, float.PositiveInfinity], y = [0, 1, 2, -100, 0];
        var spec = new Cauchy(Reduction.None);
        using torch.Tensor loss = Lines.Torch(spec)(torch.tensor(x), torch.tensor(y));
        ImmutableArray<Enclosure<float>> bounds = Defined<float>(
            spec, Operands<float>.Of(System.Numerics.Tensors.Tensor.Create(x), System.Numerics.Tensors.Tensor.Create(y))).Value;

        Assert.All(loss.data<float>().ToArray(), (value, i) => Assert.True(bounds[i].Contains(value)));
    }

    static void Native<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (LossSpec spec in Cauchy.Examples)
        {
            var draw = new Draw<T>(spec, 1);
            ILoss<T> loss = Lines.Native<T>(spec, Plan.Best);
            for (int i = 0; i < 300; i++)
            {
                Operands<T> operands = ((FunctionCase<T>)draw.At(i)).Operands;
                Evaluation<T> got = loss.Evaluate(operands);
                Definitions.DefinedFunction<Enclosure<T>> bounds = Defined<T>(spec, operands);
                Assert.All(got.Value.Flat().ToArray(), (value, k) => Assert.True(bounds.Value[k].Contains(value)));
                Assert.All(got.Gradients["input"].Flat().ToArray(), (slope, k) => Assert.True(bounds.Gradients["input"][k].Contains(slope)));
            }
        }
    }

    static Definitions.DefinedFunction<Enclosure<T>> Defined<T>(LossSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        new CauchyDefinition().Evaluate(spec, Arguments<Enclosure<T>>.Of(spec, operands), ["input"], null);
}
