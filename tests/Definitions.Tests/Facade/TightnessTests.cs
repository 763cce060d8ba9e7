using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

/// <summary>An enclosure that is wide says little: these are the widths on ordinary numbers.</summary>
public sealed class TightnessTests(ITestOutputHelper output)
{
    // What the project promises: median and 95th percentile in ULP, and the fraction of wide enclosures.
    const double Median = 8, P95 = 32, Wide = 0.02, Meaningless = 4096;

    public static TheoryData<OpSpec> Specs => [.. Ordinary.Functions.Select(row => row.Data), .. Ordinary.Optimizers.Select(row => row.Data)];

    [Theory, MemberData(nameof(Specs))]
    public void Enclosures_of_every_op_say_something_on_ordinary_numbers(OpSpec spec)
    {
        double[] widths = Widths(spec);

        output.WriteLine(FormattableString.Invariant(
            $"{spec.Name} median {At(widths, 0.5):F2} p95 {At(widths, 0.95):F2} wide {FractionWide(widths):P2}"));
        Assert.InRange(FractionWide(widths), 0, Wide);
    }

    [Fact]
    public void Enclosures_of_all_ops_together_are_tight_on_ordinary_numbers()
    {
        double[] widths = [.. Specs.SelectMany(row => Widths(row.Data)).Order()];

        output.WriteLine(FormattableString.Invariant($"median {At(widths, 0.5):F2} p95 {At(widths, 0.95):F2} of {widths.Length}"));
        Assert.InRange(At(widths, 0.5), 0, Median);
        Assert.InRange(At(widths, 0.95), 0, P95);
    }

    static double At(double[] widths, double share) => widths[(int)(widths.Length * share)];

    static double FractionWide(double[] widths) => widths.Count(width => width > Meaningless) / (double)widths.Length;

    static double[] Widths(OpSpec spec) =>
        [.. Enumerable.Range(0, 20).SelectMany(seed => Bounds(spec, new Random(seed))).Select(bound => bound.WidthInUlp).Order()];

    static IEnumerable<Enclosure<float>> Bounds(OpSpec spec, Random random)
    {
        if (spec is OptimizerSpec optimizer)
        {
            DefinedStep<Enclosure<float>> step = Definition.Enclose(
                optimizer, Ordinary.State(optimizer, random), [Make.Random<float>(random, x => x, 20)]);
            return step.Slots.Values.Append(step.Parameters).SelectMany(tensors => tensors[0]);
        }

        var function = (FunctionSpec)spec;
        Operands<float> operands = Ordinary.Operands(function, random);
        Tensor<float>? cotangent = spec is ActivationSpec ? Make.Random<float>(random, x => x, [.. function.Check(operands)]) : null;
        DefinedFunction<Enclosure<float>> bounds = Definition.Enclose(function, operands, null, cotangent);
        return bounds.Value.Concat(bounds.Gradients["input"]);
    }
}
