using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Parity.Audit;
using ParityNet.References;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Torch;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>TorchSharp's own API on trial.</summary>
public sealed class AuditTests
{
    static readonly TorchSharpLibrary TorchSharp = new();

    public static TheoryData<string> Findings => [.. TorchSharp.Findings.Where(finding => finding.Apart is null).Select(finding => finding.Id)];

    [Theory, MemberData(nameof(Findings))]
    public void Finding_still_differs(string id)
    {
        Backends.RequireTorch();
        Seen seen = TorchSharp.Findings.Single(finding => finding.Id == id).Pinned();

        Assert.True(seen.Differs, $"{id} must still differ: it gives {seen}. Where TorchSharp has mended it, take it out of src/TorchBackend/References/Findings.");
        Assert.True(seen.Got is null || seen.Got.GetType() == seen.Right!.GetType(), $"{id} must compare like with like: expected {seen.Right!.GetType()}, got {seen.Got?.GetType()}.");
    }

    [Fact]
    public void Every_difference_is_a_finding()
    {
        AuditReport report = new AuditRun(TorchSharp, Backends.RequireTorch(), new(Cases: 4, Seed: 2)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.All(report.Members, member => Assert.True(member.Unexplained is null, $"{member.Member}: {member.Unexplained}"));
    }

    [Fact]
    public void Findings_have_names_of_their_own() => Assert.Equal(TorchSharp.Findings.Length, TorchSharp.Findings.DistinctBy(finding => finding.Id).Count());

    [Fact]
    public void Difference_that_no_finding_explains_is_unexplained()
    {
        var audit = new AuditRun(new Planted(new LeakyReLU(0.02), []), Backends.Native, new(Cases: 4));

        AuditReport report = audit.Run(cancellation: TestContext.Current.CancellationToken);

        Assert.False(report.IsAsKnown);
        Assert.Contains("new LeakyReLU()", report.Members.Single().Unexplained, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_of_a_member_is_named_where_it_is_asked_for()
    {
        AuditedMember Audited(LeakyReLU member, bool named) =>
            new AuditRun(new Planted(member, []), Backends.Native, new(Cases: 4, NamesMistakes: named)).Run(cancellation: TestContext.Current.CancellationToken).Members.Single();

        Assert.Contains("leaky computes new LeakyReLU(NegativeSlope: 0.02), not new LeakyReLU()", Audited(new(0.02), named: true).Mistake, StringComparison.Ordinal);
        Assert.Null(Audited(new(0.02), named: false).Mistake);
        Assert.Null(Audited(new(), named: true).Mistake);
    }

    [Fact]
    public void Difference_that_a_finding_explains_is_known()
    {
        var finding = new ReferenceFinding("derivative", ["leaky"], "The derivative is 0.02.", "The derivative is 0.01.", () => new Seen(0.02, 0.01)) { Covers = ReferenceFinding.Everywhere };

        AuditReport report = new AuditRun(new Planted(new LeakyReLU(0.02), [finding]), Backends.Native, new(Cases: 4)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.True(report.IsAsKnown);
        Assert.Equal("derivative", report.Worst?.Id);
        Assert.Equal("() => new Seen(0.02, 0.01)", report.Findings.Single().Code);
    }

    [Fact]
    public void Finding_explains_nothing_that_it_does_not_cover()
    {
        var finding = new ReferenceFinding("derivative", ["leaky"], "The derivative is 0.02.", "The derivative is 0.01.", () => new Seen(0.02, 0.01));

        AuditReport report = new AuditRun(new Planted(new LeakyReLU(0.02), [finding]), Backends.Native, new(Cases: 4)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.NotNull(report.Members.Single().Unexplained);
    }

    [Fact]
    public void Finding_that_must_run_apart_is_not_run()
    {
        var finding = new ReferenceFinding("end", ["leaky"], "Ends the process.", "Goes on.", () => throw new InvalidOperationException()) { Apart = ReferenceFinding.Ending };

        AuditReport report = new AuditRun(new Planted(new LeakyReLU(), [finding]), Backends.Native, new(Cases: 4)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.True(report.IsAsKnown);
        Assert.Equal("the end of the process; right is a process that goes on", report.Findings.Single().Seen);
    }

    [Fact]
    public void Finding_that_was_mended_is_no_longer_as_known()
    {
        var finding = new ReferenceFinding("derivative", ["leaky"], "The derivative is 0.02.", "The derivative is 0.01.", () => new Seen(0.01, 0.01));

        AuditReport report = new AuditRun(new Planted(new LeakyReLU(), [finding]), Backends.Native, new(Cases: 4)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.False(report.IsAsKnown);
        Assert.Null(report.Members.Single().Unexplained);
    }

    // A library with one member, which computes another spec.
    sealed class Planted(LeakyReLU computed, ImmutableArray<ReferenceFinding> findings) : IReferenceLibrary
    {
        public string Name => "planted";

        public string Version => "1";

        public ImmutableArray<Reference> References => [new Member(computed)];

        public ImmutableArray<ReferenceFinding> Findings => findings;

        sealed class Member(LeakyReLU computed) : FunctionReference("leaky", typeof(LeakyReLU), new LeakyReLU())
        {
            public override IFunction<T>? Bind<T>(FunctionSpec spec) => IsAbout(spec) ? Backends.Native.Activation<T>(computed) : null;
        }
    }
}
