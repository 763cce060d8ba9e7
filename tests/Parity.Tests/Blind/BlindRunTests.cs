using System.Collections.Immutable;
using ParityNet.Parity.Blind;
using ParityNet.Parity.Planted;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>A blind run judges what is not settled, and nothing twice.</summary>
public sealed class BlindRunTests
{
    static readonly ImmutableArray<OpEntry> Ops = [Catalog.Find("mse_loss"), Catalog.Find("selu"), Catalog.Find("adam"), Catalog.Find("step_lr")];

    static IBackend Wrong => new OtherFunction(Backends.Native, "selu", new Elements(value: (_, _, _, v) => 1.25 * v));

    static BlindResult Run(IBackend backend, SettledCases settled, ulong seed, int cases) =>
        new BlindRun(backend, null, settled).Run(seed, cases, Ops, cancellation: TestContext.Current.CancellationToken);

    [Fact]
    public void What_holds_is_not_judged_again()
    {
        var settled = new SettledCases();
        BlindResult once = Run(Backends.Native, settled, 9, 20), again = Run(Backends.Native, settled, 9, 20);
        Assert.Equal(120, once.Cases);
        Assert.Equal(once.Cases, once.Judged);
        Assert.Equal(0, again.Judged);
        Assert.Empty(once.Unexplained);
        Assert.Equal((once.Single, once.Double), (again.Single, again.Double));
        Assert.Equal(20 * 6, Run(Backends.Native, settled, 10, 20).Judged);
    }

    [Fact]
    public void Other_bits_are_judged_though_the_case_was_settled()
    {
        var settled = new SettledCases();
        Run(Backends.Native, settled, 9, 20);
        BlindResult wrong = Run(Wrong, settled, 9, 20);
        Assert.NotEmpty(wrong.Unexplained);
        Assert.InRange(wrong.Judged, wrong.Unexplained.Length, 40);
        Assert.All(wrong.Unexplained, request => Assert.Contains("\"selu\"", request, StringComparison.Ordinal));
        // What does not hold is never settled.
        Assert.Equal(wrong.Unexplained.AsEnumerable(), Run(Wrong, settled, 9, 20).Unexplained);
    }

    [Fact]
    public void Settled_cases_survive_a_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.Delete(path);
            SettledCases settled = SettledCases.Load(path);
            Run(Backends.Native, settled, 9, 3);
            settled.Save(path);
            Assert.Equal(0, Run(Backends.Native, SettledCases.Load(path), 9, 3).Judged);
            File.WriteAllText(path, "other");
            Assert.Throws<InvalidDataException>(() => SettledCases.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
