using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Reports.Rendering.Plots;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Cases: drawn, printed, saved, shrunk.</summary>
public sealed class CaseTests
{
    static readonly OpEntry[] Ops = [.. Catalog.All.Where(entry => entry.IsComputed)];

    [Fact]
    public void A_case_depends_on_its_seed_and_place_alone()
    {
        foreach (OpEntry entry in Ops)
            Assert.Equal(new Draw<float>(entry, 5).At(17).Code(), new Draw<float>(entry, 5).At(17).Code());
    }

    [Fact]
    public void A_case_reads_back_to_the_bit_from_its_request()
    {
        foreach (OpEntry entry in Ops)
            for (int i = 0; i < 40; i++)
            {
                ReadsBack(new Draw<float>(entry, 3).At(i));
                ReadsBack(new Draw<double>(entry, 3).At(i));
            }
    }

    [Fact]
    public void Cases_cover_what_goes_wrong()
    {
        var draw = new Draw<float>(Catalog.Find("huber_loss"), 1);
        Drawing[] inputs = [.. Enumerable.Range(0, 600).Select(i => (FunctionCase<float>)draw.At(i)).Select(c => new Drawing(c))];
        Assert.Contains(inputs, t => t.Numbers.Any(float.IsNaN));
        Assert.Contains(inputs, t => t.Numbers.Any(float.IsInfinity));
        Assert.Contains(inputs, t => t.Numbers.Any(float.IsSubnormal));
        Assert.Contains(inputs, t => t.Numbers.Any(x => float.IsNegative(x) && x == 0));
        Assert.Contains(inputs, t => t.Numbers.Any(x => Math.Abs(x) is > 1e-30f and < 1e-20f));
        Assert.Contains(inputs, t => t.Numbers.Length == 0);
        Assert.Contains(inputs, t => t.Numbers.Length == 1);
        Assert.Contains(inputs, t => t.IsStrided);
        Assert.Equal([1, 2, 3, 4], inputs.Select(t => t.Rank).Distinct().Order());
        Assert.Contains(inputs, t => t.OnKink);
    }

    [Theory, InlineData("binary_cross_entropy_with_logits", "target"), InlineData("dice_loss", "input"), InlineData("kl_div", "input"), InlineData("nll_loss", "input")]
    public void Cases_leave_the_domain_of_probabilities(string op, string operand)
    {
        double[] drawn = Drawn(op, operand);
        Assert.Contains(drawn, double.IsNaN);
        Assert.Contains(drawn, double.IsNegativeInfinity);
        Assert.Contains(drawn, x => x is > 1 and < 10 || x is > 0 and < 1e-40);
        Assert.Contains(drawn, x => x == 0);
    }

    [Fact]
    public void Cases_hold_no_number_that_the_op_refuses()
    {
        Assert.All(Drawn("binary_cross_entropy", "input"), x => Assert.InRange(x, 0, 1));
        Assert.All(Drawn("binary_cross_entropy", "target"), x => Assert.InRange(x, 0, 1));
    }

    static double[] Drawn(string op, string operand)
    {
        var draw = new Draw<float>(Catalog.Find(op), 1);
        return [.. Enumerable.Range(0, 300).Select(i => (FunctionCase<float>)draw.At(i))
            .SelectMany(c => c.Operands[operand].Numbers.Flat().ToArray()).Select(x => (double)x)];
    }

    [Fact]
    public void Every_case_has_simpler_cases_whatever_the_lengths_of_its_tensors()
    {
        foreach (OpEntry entry in Ops)
            for (int i = 0; i < 20; i++)
                Assert.DoesNotContain(new Draw<float>(entry, 3).At(i).Shrinks(), simpler => simpler.ElementTypeName.Length == 0);
    }

    [Fact]
    public void Parameters_and_slots_of_different_lengths_shrink_together()
    {
        var adam = new Adam();
        Tensor<float>[] parameters = [Ones(9), Ones(2), Ones(1)];
        var about = new OptimizerCase<float>(adam, adam.Init(parameters), [.. parameters]);

        Case<float>[] simpler = [.. about.Shrinks()];

        Assert.All(simpler, one => Assert.NotEmpty(one.Run(Backends.Native)));
        Assert.Contains(simpler, one => ((OptimizerCase<float>)one).State.Parameters.Select(p => p.FlattenedLength).SequenceEqual<nint>([4, 1, 1]));

        static Tensor<float> Ones(int length) => Tensor.Create<float>([.. Enumerable.Repeat(1f, length)], [length]);
    }

    [Fact]
    public void Shrinking_ends_at_the_smallest_case_that_fails()
    {
        var draw = new Draw<float>(new SquaredError(Reduction: Reduction.None), 1);
        Case<float> failing = Enumerable.Range(0, 100).Select(draw.At).First(Fails);
        var shrunk = (FunctionCase<float>)failing.Shrunk(Fails);
        Assert.Equal([1f], shrunk.Operands.Input.Flat().ToArray());

        static bool Fails(Case<float> c) => ((FunctionCase<float>)c).Operands.Input.Flat().ToArray().Any(x => x != 0);
    }

    [Theory, InlineData("{"), InlineData("{\"op\":\"loss\"}"), InlineData("{\"op\":\"nothing\"}")]
    public void A_bad_case_is_refused(string json) =>
        Assert.True(Record.Exception(() => CaseReader.Read(json)) is JsonException or ArgumentException or UnknownNameException);

    static void ReadsBack<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Case read = CaseReader.Read(@case.Request());
        Assert.Equal(@case.Code(), read.Code());
        Assert.Equal(@case.Request(), read.Request());
    }

    sealed class Drawing(FunctionCase<float> @case)
    {
        public float[] Numbers { get; } = @case.Operands.Input.Flat().ToArray();

        public bool IsStrided { get; } = !@case.Operands.Input.IsDense;

        public int Rank { get; } = @case.Operands.Input.Rank;

        public bool OnKink { get; } = @case.Operands["target"].Numbers.FlattenedLength == @case.Operands.Input.FlattenedLength
            && @case.Operands.Input.Flat().ToArray().Zip(@case.Operands["target"].Numbers.Flat().ToArray())
                .Any(p => p.Second != 0 && Math.Abs(p.First - p.Second) == (float)((Huber)@case.Spec).Delta);
    }
}
