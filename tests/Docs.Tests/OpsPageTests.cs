namespace ParityNet.Tests;

public class OpsPageTests
{
    [Fact]
    public void Page_of_ops_says_what_the_catalogue_has() => Repository.Approve(
        OpsPage.Text(), Repository.At("docs", "ops.md"), "dotnet run --project tests/Docs.Tests/Docs.Tests.csproj");
}
