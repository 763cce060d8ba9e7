using ParityNet.Parity.Audit;
using ParityNet.Reports.Rendering;
using ParityNet.Torch;

namespace ParityNet.Tests;

public class AuditPageTests
{
    [Fact]
    public void Page_of_TorchSharp_is_what_the_audit_writes()
    {
        if (TorchBackend.Unavailable is { } reason)
            Assert.Skip(reason);
        AuditReport report = new AuditRun(new TorchSharpLibrary(), new TorchBackend(), new(NamesMistakes: true)).Run(cancellation: TestContext.Current.CancellationToken);

        Assert.All(report.Members, member => Assert.True(member.Unexplained is null, $"{member.Member}: {member.Unexplained}"));
        Repository.Approve(AuditMarkdown.Render(report), Repository.At("docs", "torchsharp.md"), "dotnet run --project tests/Docs.Tests/Docs.Tests.csproj");
    }
}
