using System.Numerics;
using ParityNet.Layers;

namespace ParityNet.Tests;

/// <summary>Numbers that an op refuses are found wherever they are, in vectors and behind the last one.</summary>
public class ValueCheckTests
{
    [Theory, InlineData(0f), InlineData(1f)]
    public void Bits_are_a_mask(float bit) => EachPosition(bit, bit, (x, mask) => new Dropout().Check(Operands<float>.Of(x).With("mask", mask)));

    [Theory, InlineData(0.5f), InlineData(-1f), InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.Epsilon)]
    public void Anything_else_is_none(float other) => EachPosition(1f, other, (x, mask) =>
        Refuses("mask must say which numbers stay", () => new Dropout().Check(Operands<float>.Of(x).With("mask", mask))));

    [Theory, InlineData(0.0), InlineData(0.25), InlineData(1.0)]
    public void Numbers_from_0_to_1_are_probabilities(double p) => EachPosition(0.5, p, (x, target) => new BinaryCrossEntropy().Check(Operands<double>.Of(target, target)));

    [Theory, InlineData(-1e-300), InlineData(1.0000000000000002), InlineData(double.NaN), InlineData(double.NegativeInfinity)]
    public void Others_are_none(double p) => EachPosition(0.5, p, (x, target) =>
        Refuses("prediction must hold probabilities", () => new BinaryCrossEntropy().Check(Operands<double>.Of(target, x))));

    [Theory, InlineData(0.0, true), InlineData(double.PositiveInfinity, true), InlineData(double.NaN, true), InlineData(-double.Epsilon, false)]
    public void Variances_are_not_negative(double variance, bool fits) => EachPosition(1.0, variance, (x, variances) =>
    {
        Operands<double> operands = Operands<double>.Of(x, x).With("var", variances);
        if (fits)
            new GaussianNegativeLogLikelihood().Check(operands);
        else
            Refuses("var must hold variances", () => new GaussianNegativeLogLikelihood().Check(operands));
    });

    [Fact]
    public void What_was_found_before_holds_for_the_same_shapes_alone()
    {
        var spec = new Dropout();
        Operands<float> first = Operands<float>.Of(Tensor.Create(new float[6], [2, 3])).With("mask", Tensor.Create(new float[6], [2, 3]));
        CheckedArguments found = spec.CheckAgain(first, null);
        Assert.Same(found, spec.CheckAgain(first, found));
        Operands<float> other = Operands<float>.Of(Tensor.Create(new float[6], [3, 2])).With("mask", Tensor.Create(new float[6], [3, 2]));
        Assert.Equal([3, 2], spec.CheckAgain(other, found).Value);
        Refuses("mask must have the shape of input", () => spec.CheckAgain(first.With("mask", Tensor.Create(new float[6], [3, 2])), found));
        Refuses("mask must say which numbers stay", () => spec.CheckAgain(first.With("mask", Tensor.Create([2f, 0, 0, 0, 0, 0], [2, 3])), found));
    }

    static void EachPosition<T>(T usual, T special, Action<Tensor<T>, Tensor<T>> check) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int length in (int[])[1, 7, 35])
            for (int i = 0; i < length; i++)
            {
                var right = new T[length];
                Array.Fill(right, usual);
                T[] numbers = [.. right];
                numbers[i] = special;
                check(Tensor.Create(right), Tensor.Create(numbers));
            }
    }

    static void Refuses(string sentence, Action check) =>
        Assert.StartsWith(sentence, Assert.ThrowsAny<ArgumentException>(check).Message, StringComparison.Ordinal);
}
