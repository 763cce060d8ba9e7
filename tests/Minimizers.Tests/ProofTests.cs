using ParityNet.Tests;
using Xunit;

namespace ParityNet.Minimizers.Tests;

public class ProofTests
{
    const string How = "dotnet run --project tests/Minimizers.Tests/Minimizers.Tests.csproj -- -class '*ProofTests'";

    [Fact]
    public void Each_method_solves_as_many_as_that_of_SciPy() => Assert.All(
        MethodComparison.All, row => Assert.True(row.Solved.Sum() >= row.SolvedByScipy.Sum(), $"{row.Ours}: {string.Join(", ", row.Solved)} against {string.Join(", ", row.SolvedByScipy)}"));

    // BFGS needs two percent more on the median, as the page says.
    [Fact]
    public void On_the_median_no_other_method_than_BFGS_needs_more_evaluations_than_that_of_SciPy() =>
        Assert.All(MethodComparison.All.Where(row => row.Ours != "bfgs"), row => Assert.True(row.Ratio <= 1, $"{row.Ours}: {row.Ratio:0.00}"));

    [Fact]
    public void The_page_says_what_is_found() => Repository.Approve(ProofPage.Text(), Repository.At("docs", "minimizers-proof.md"), How);
}
