using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class TruthTests
{
    public static TheoryData<FunctionSpec> Functions => Ordinary.Functions;

    public static TheoryData<OptimizerSpec> Optimizers => Ordinary.Optimizers;

    [Theory, MemberData(nameof(Functions))]
    public void Exact_value_and_slopes_lie_inside_the_enclosures(FunctionSpec spec)
    {
        Operands<float> operands = Ordinary.Operands(spec, new Random(11));
        string[] names = [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name) && !operands[o.Name].IsIndices).Select(o => o.Name)];

        DefinedFunction<Enclosure<float>> bounds = Definition.Enclose(spec, operands, names);
        DefinedFunction<Exact> truth = Definition.Evaluate<float, Exact>(spec, operands, names);

        AssertInside(bounds.Value, truth.Value);
        foreach (string name in names)
            AssertInside(bounds.Gradients[name], truth.Gradients[name]);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Exact_step_lies_inside_the_enclosures(OptimizerSpec spec)
    {
        var random = new Random(11);
        OptimizerState<float> state = Ordinary.State(spec, random);
        Tensor<float>[] gradients = [Make.Random<float>(random, x => x, 20)];

        DefinedStep<Enclosure<float>> bounds = Definition.Enclose(spec, state, gradients);
        DefinedStep<Exact> truth = Definition.Step<float, Exact>(spec, state, gradients);

        AssertInside(bounds.Parameters[0], truth.Parameters[0]);
        foreach (string slot in bounds.Slots.Keys)
            AssertInside(bounds.Slots[slot][0], truth.Slots[slot][0]);
    }

    static void AssertInside(ImmutableArray<Enclosure<float>> bounds, ImmutableArray<Exact> truth)
    {
        Assert.Equal(bounds.Length, truth.Length);
        for (int i = 0; i < bounds.Length; i++)
        {
            double exact = truth[i].ToDouble();
            Assert.True(bounds[i].Contains((float)exact), $"[{i}]: expected {bounds[i]}, got {exact:R}.");
        }
    }
}
