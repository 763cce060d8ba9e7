using System.Collections.Immutable;
using ParityNet.Parity.Blind;
using ParityNet.Parity.Tests.Planted;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>A blind run judges what is not settled, and nothing twice.</summary>
public sealed class BlindRunTests
{
    static readonly ImmutableArray<OpEntry> Ops = [Catalog.Find("mse_loss"), Catalog.Find("selu"), Catalog.Find("adam"), Catalog.Find("step_lr")];

    static IBackend Wrong => new OtherFunction(Backends.Native, "selu", new Elements(value: (_, _, _, v) => 1.25 * v));

    [Fact]
    public void What_holds_is_not_judged_again()
    {
        var settled = new SettledCases();
        BlindResult once = new BlindRun(Backends.Native, null, settled).Run(9, 20, Ops), again = new BlindRun(Backends.Native, null, settled).Run(9, 20, Ops);
        Assert.Equal(120, once.Cases);
        Assert.Equal(once.Cases, once.Judged);
        Assert.Equal(0, again.Judged);
        Assert.Empty(once.Unexplained);
        Assert.Equal((once.Single, once.Double), (again.Single, again.Double));
        Assert.Equal(20 * 6, new BlindRun(Backends.Native, null, settled).Run(10, 20, Ops).Judged);
    }

    [Fact]
    public void Other_bits_are_judged_though_the_case_was_settled()
    {
        var settled = new SettledCases();
        new BlindRun(Backends.Native, null, settled).Run(9, 20, Ops);
        BlindResult wrong = new BlindRun(Wrong, null, settled).Run(9, 20, Ops);
        Assert.NotEmpty(wrong.Unexplained);
        Assert.InRange(wrong.Judged, wrong.Unexplained.Length, 40);
        Assert.All(wrong.Unexplained, request => Assert.Contains("\"selu\"", request, StringComparison.Ordinal));
        // What does not hold is never settled.
        Assert.Equal(wrong.Unexplained.AsEnumerable(), new BlindRun(Wrong, null, settled).Run(9, 20, Ops).Unexplained);
    }

    [Fact]
    public void Settled_cases_survive_a_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.Delete(path);
            SettledCases settled = SettledCases.Load(path);
            new BlindRun(Backends.Native, null, settled).Run(9, 3, Ops);
            settled.Save(path);
            Assert.Equal(0, new BlindRun(Backends.Native, null, SettledCases.Load(path)).Run(9, 3, Ops).Judged);
            File.WriteAllText(path, "other");
            Assert.Throws<InvalidDataException>(() => SettledCases.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
