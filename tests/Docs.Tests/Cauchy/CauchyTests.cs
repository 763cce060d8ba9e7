using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Reports;
using ParityNet.Torch;

namespace ParityNet.Tests.CauchyExample;

/// <summary>What CONTRIBUTING.md adds is an op like any other: check finds nothing unexplained.</summary>
public class CauchyTests
{
    const int Cases = 300;

    static readonly Lazy<Report> Checked = new(Check);

    [Theory, InlineData("float32"), InlineData("float64")]
    public void Every_value_and_gradient_of_the_example_lies_in_its_definition(string elementType)
    {
        OpReport op = Assert.Single(Checked.Value.Ops, op => op.ElementType == elementType);

        Assert.Equal(Cases, op.Cases);
        Assert.Equal(Checked.Value.Setup.Backends.Length, op.Accuracy.Length);
        Assert.True(op.Outside() == 0, string.Join('\n', op.Disagreements.Select(d => $"{d.Verdict} {d.Quantity} {string.Join(", ", d.Computed)} {d.Code}").Prepend($"{op.Outside()} of {op.Elements}")));
    }

    [Fact]
    public void Every_law_holds_for_the_example()
    {
        Assert.All(Checked.Value.Laws, law => Assert.True(law.Broken == 0, $"{law.Name} {law.Backend} {law.ElementType}: {law.CounterExample}"));
        // Laws of losses of elements, of residuals and of tensors.
        Assert.InRange(Checked.Value.Laws.Select(law => law.Name).Distinct().Count(), 16, int.MaxValue);
    }

    [Fact]
    public void Nothing_of_the_example_is_left_out() =>
        Assert.DoesNotContain(Checked.Value.Skipped, skip => skip.What.Contains("cauchy_loss", StringComparison.Ordinal));

    // As check does it, with an entry for a spec that the catalogue, which looks into src, does not find.
    static Report Check()
    {
        ImmutableArray<IBackend> backends = TorchBackend.Unavailable is null ? [new NativeBackend(), new TorchBackend()] : [new NativeBackend()];
        return new ReportRun(new()
        {
            Backends = [.. backends.Select(backend => new WithCauchy(backend))],
            Ops = [new OpEntry(OpKind.Loss, typeof(Cauchy))],
            Cases = Cases,
            LawCases = ReportOptions.LawCasesFor(Cases),
        }).Run(cancellation: TestContext.Current.CancellationToken);
    }
}
