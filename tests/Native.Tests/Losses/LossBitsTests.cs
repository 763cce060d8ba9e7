using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>What a loss gives depends on its arguments alone.</summary>
public class LossBitsTests
{
    public static TheoryData<LossSpec> Losses => Examples.Losses;

    public static TheoryData<LossSpec> OfFlatMemory => [.. Specs.Where(spec => !Refuses(spec.CheckFlat))];

    public static TheoryData<LossSpec> OfTensorsAlone => [.. Specs.Where(spec => Refuses(spec.CheckFlat))];

    public static TheoryData<LossSpec> OfPairs =>
        [.. Specs.Where(spec => spec is ElementLoss { IsFlat: true } && spec.Operands.Any(o => o is { Name: "target", Differentiable: true }))];

    [Theory, MemberData(nameof(Losses))]
    public void Loss_has_the_same_bits_at_every_width(LossSpec spec)
    {
        Widths<float>(spec);
        Widths<double>(spec);
    }

    [Theory, MemberData(nameof(Losses))]
    public void Large_loss_has_the_same_bits_for_every_number_of_threads(LossSpec spec)
    {
        Operands<float>[] large = [.. ((nint[][])[[30_001, 10], [70, 4_321]]).SelectMany(shape => LossCases.Of<float>(spec, shape, 5).Take(1))];
        Assert.NotEmpty(large);
        foreach (Operands<float> operands in large)
            Bits.Same(new NativeBackend(1).Loss<float>(spec).Evaluate(operands), new NativeBackend(4).Loss<float>(spec).Evaluate(operands));
    }

    [Theory, MemberData(nameof(OfTensorsAlone))]
    public void What_flat_memory_cannot_express_is_refused(LossSpec spec) =>
        Assert.Throws<NotSupportedException>(() => new NativeBackend().Loss<double>(spec).ValueAndGradient([], [], []));

    [Theory, MemberData(nameof(OfFlatMemory))]
    public void Loss_of_flat_memory_has_the_bits_of_the_loss_of_tensors(LossSpec spec)
    {
        Flat<float>(spec);
        Flat<double>(spec);
    }

    [Theory, MemberData(nameof(OfPairs))]
    public void Loss_of_a_slice_has_the_bits_of_the_loss_of_its_copy(LossSpec spec)
    {
        ILoss<double> loss = Plans.Scalar.Loss<double>(spec);
        Operands<double> wide = LossCases.Of<double>(spec, [6, 9], 3).First();
        Tensor<double> x = wide.Input.Slice(1..5, 2..7), y = wide["target"].Numbers.Slice(1..5, 2..7);
        Assert.False(x.IsDense);
        Bits.Same(loss.Evaluate(Operands<double>.Of(x.Copy(), y.Copy()), ["input", "target"]), loss.Evaluate(Operands<double>.Of(x, y), ["input", "target"]));
    }

    [Theory, MemberData(nameof(Losses))]
    public void Loss_leaves_its_arguments_as_they_were(LossSpec spec)
    {
        ILoss<float> loss = new NativeBackend().Loss<float>(spec);
        foreach (Operands<float> operands in LossCases.Of<float>(spec))
        {
            Dictionary<string, float[]> before = Bits.Of(operands);
            loss.Evaluate(operands, LossCases.Gradients(spec, operands));
            foreach ((string name, float[] numbers) in Bits.Of(operands))
                Bits.Same<float>(before[name], numbers);
        }
    }

    static void Widths<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Operands<T> operands in LossCases.Of<T>(spec))
        {
            string[] gradients = LossCases.Gradients(spec, operands);
            Tensor<T> value = Plans.Scalar.Loss<T>(spec).Value(operands), cotangent = new Numbers<T>(9).Ordinary([.. value.Lengths]);
            Evaluation<T> expected = Plans.Scalar.Loss<T>(spec).Evaluate(operands, gradients, cotangent);
            Bits.Same(value, expected.Value);
            foreach (NativeBackend other in Plans.Others)
                Bits.Same(expected, other.Loss<T>(spec).Evaluate(operands, gradients, cotangent));
        }
    }

    static void Flat<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ILoss<T> loss = new NativeBackend().Loss<T>(spec);
        string[] names = [.. spec.Operands.Where(o => !o.Optional).Select(o => o.Name)];
        LossSpec reduced = spec with { Reduction = spec.Reduction == Reduction.None ? Reduction.Sum : spec.Reduction };
        foreach (int length in (int[])[0, 1, 5, 64, 129, 1000])
        {
            // A row has to hold a number.
            if (LossCases.Of<T>(reduced, [length], 7).FirstOrDefault() is not { } operands)
            {
                Assert.Equal(0, length);
                continue;
            }
            var gradient = new T[length];
            T value = loss.ValueAndGradient(operands[names[0]].Numbers.Flat(), operands[names[1]].Numbers.Flat(), gradient);
            Evaluation<T> expected = new NativeBackend().Loss<T>(reduced).Evaluate(operands);
            Bits.Same(expected.Value.Flat(), [value]);
            Bits.Same(expected.Gradients[names[0]].Flat(), gradient);
            T[] own = operands[names[0]].Numbers.Flat().ToArray();
            loss.ValueAndGradient(own, operands[names[1]].Numbers.Flat(), own);
            Bits.Same<T>(gradient, own);
        }
    }

    static IEnumerable<LossSpec> Specs => Examples.Losses.Select(row => row.Data);

    static bool Refuses(Action check)
    {
        try
        {
            check();
            return false;
        }
        catch (NotSupportedException)
        {
            return true;
        }
    }
}
