using ParityNet.References;
using ParityNet.TorchTests.Loading;

namespace ParityNet.TorchTests;

/// <summary>Findings on TorchSharp whose pinned case may only be run in a process of its own.</summary>
public class FindingApartTests
{
    static readonly TorchSharpLibrary TorchSharp = new();

    public static TheoryData<string> Endings => [.. Ids(ends: true)];

    public static TheoryData<string> Others => [.. Ids(ends: false)];

    // Where one is mended, src/TorchBackend may call what it keeps off: torch.autograd.grad in Derivatives.cs.
    [Theory, MemberData(nameof(Endings))]
    public async Task Pinned_case_still_ends_the_process(string id)
    {
        Libtorch.Backend();
        using Child child = new Child().With("PARITY_FINDING", id);

        (int exitCode, string[] lines, _) = await child.End();

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith("loss ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Pinned_case_still_gives_what_is_on_record(string id)
    {
        Libtorch.Backend();
        using Child child = new Child().With("PARITY_FINDING", id);

        (int exitCode, string[] lines, _) = await child.End();

        Assert.Equal(0, exitCode);
        Assert.Equal($"{TorchSharp.Findings.Single(finding => finding.Id == id).Apart}", lines[1]);
    }

    static IEnumerable<string> Ids(bool ends) =>
        TorchSharp.Findings.Where(finding => finding.Apart is { } apart && ReferenceEquals(apart, ReferenceFinding.Ending) == ends).Select(finding => finding.Id);
}
