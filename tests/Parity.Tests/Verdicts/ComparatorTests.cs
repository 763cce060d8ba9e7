using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Verdicts;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>The comparator itself.</summary>
public sealed class ComparatorTests
{
    static readonly Tensor<float> Numbers = Tensor.Create([1f, float.NaN, float.PositiveInfinity, 0f]);

    [Fact]
    public void Equal_tensors_do_not_differ_though_they_hold_NaN() => Assert.Null(Bits.Difference(Numbers, Numbers.Copy()));

    [Theory, InlineData(1, 2f), InlineData(0, float.NaN), InlineData(2, float.NegativeInfinity), InlineData(3, -0f), InlineData(0, 1.0000001f)]
    public void One_number_changed_is_found(int index, float value)
    {
        float[] changed = Numbers.Flat().ToArray();
        changed[index] = value;
        Assert.NotNull(Bits.Difference(Numbers, Tensor.Create(changed)));
    }

    [Fact]
    public void Another_shape_is_found() => Assert.NotNull(Bits.Difference(Numbers, Tensor.Create(Numbers.Flat().ToArray(), [2, 2])));

    [Theory, InlineData(float.NaN), InlineData(float.NegativeInfinity), InlineData(float.PositiveInfinity), InlineData(0.50000012f)]
    public void The_judge_sees_a_wrong_value(float wrong)
    {
        var @case = new FunctionCase<float>(new SquaredError(Half: true), Operands<float>.Of(Tensor.Create([1f]), Tensor.Create([0f])), ["input"]);
        var backend = new OtherFunction(Backends.Native, "mse_loss", new Elements(value: (_, _, _, _) => wrong));
        Judgement judged = new Judge(backend, Backends.Native).Of(@case);
        Assert.Equal(Verdict.FirstOutside, judged.Outside?.Verdict);
        Assert.Equal(Verdict.SecondOutside, new Judge(Backends.Native, backend).Of(@case).Outside?.Verdict);
        Assert.Equal(Verdict.BothOutside, new Judge(backend, backend).Of(@case).Outside?.Verdict);
    }

    [Fact]
    public void NaN_beside_a_number_is_seen_though_overflow_on_the_way_can_lead_to_it()
    {
        // The cube of the input overflows, and with it some ways to the derivative, which is 1.
        var @case = new FunctionCase<float>(new Gelu(GeluForm.Tanh), Operands<float>.Of(Tensor.Create([1e38f])), ["input"]);
        Enclosure<float> derivative = @case.Define<Enclosure<float>>()[1].Elements[0];
        Assert.True(!derivative.MayBeNaN && derivative.ContainsBeyondRange(float.NaN) && derivative.Contains(1));
        var lost = new OtherFunction(Backends.Native, "gelu", new Elements(derivative: (_, _, _, _) => double.NaN));
        Assert.Equal(Verdict.SecondOutside, new Judge(Backends.Native, lost).Of(@case).Outside?.Verdict);
        Assert.Equal(Verdict.FirstOutside, new Judge(lost, Backends.Native).Of(@case).Outside?.Verdict);
        Assert.False(new Judge(lost) { JudgesNaN = true }.Of(@case).Holds);
    }

    [Fact]
    public void A_backend_that_computes_one_element_type_for_another_is_seen()
    {
        var @case = new FunctionCase<double>(new SquaredError(), Operands<double>.Of(Tensor.Create([0.1]), Tensor.Create([0.3])), ["input"]);
        var single = new OtherFunction(Backends.Native, "mse_loss", new Elements(value: (_, _, _, v) => (float)v));
        Assert.False(new Judge(single).Of(@case).Holds);
    }

    [Fact]
    public void A_refusal_on_one_side_alone_is_seen()
    {
        var @case = new FunctionCase<float>(new BinaryCrossEntropy(), Operands<float>.Of(Tensor.Create([2f]), Tensor.Create([0f])), ["input"]);
        Assert.NotNull(new Judge(Backends.Native).Of(@case).Failure);
    }
}
