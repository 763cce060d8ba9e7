using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Definitions.Tests.Problems;

public class ConstrainedCertificationTests
{
    [Fact]
    public void A_bound_an_inequality_and_an_equality_are_certified_together()
    {
        Problem problem = ProblemCatalog.Find("hs71")!;
        Certificate certificate = problem.Certify([1, 4.743, 3.8211, 1.3794], new([0.5523], [0.1615], [1.0879, 0, 0, 0], [0, 0, 0, 0]));

        Assert.True(certificate.Certainty == Certainty.Certified, certificate.Reason);
        Assert.Equal(problem.Minima[0], certificate.Published);
        Assert.Equal(1, certificate.Minimizer[0].ToDouble());
        Assert.Equal(["5.523E-01", "1.088E+00", "1.615E-01"], certificate.Multipliers.Select(number => number.ToString(4)));
    }

    [Fact]
    public void A_multiplier_is_enclosed_to_its_exact_value()
    {
        Certificate certificate = ProblemCatalog.Find("hs12")!.Certify([2.000001, 3], new([0.49], [], [], []));
        Assert.True(certificate.Certainty == Certainty.Certified, certificate.Reason);
        Assert.Equal((2.0, 3.0, 0.5, -30.0), (certificate.Minimizer[0].ToDouble(), certificate.Minimizer[1].ToDouble(), certificate.Multipliers[0].ToDouble(), certificate.Value.ToDouble()));
    }

    [Theory]
    [InlineData("hs12", 2, 3, -0.5)]
    [InlineData("hs12", -2, -3, 0.5)]
    [InlineData("hs12", 0, 5, 1.2)]
    public void A_wrong_sign_a_maximum_and_a_point_that_is_not_stationary_are_not_certified(string name, double x, double y, double multiplier)
    {
        Certificate certificate = ProblemCatalog.Find(name)!.Certify([x, y], new([multiplier], [], [], []));
        Assert.True(certificate.Certainty != Certainty.Certified, certificate.Reason);
    }

    [Fact]
    public void Where_the_constraint_qualification_fails_nothing_is_certified()
    {
        Certificate certificate = ProblemCatalog.Find("hs13")!.Certify([1, 1e-9], new([1e4], [], [0, 1e4], [0, 0]));
        Assert.NotEqual(Certainty.Certified, certificate.Certainty);
        Assert.Contains("dependent", certificate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_with_constraints_is_not_certified_without_its_multipliers() => Assert.Equal(
        "A problem with constraints must be certified with its multipliers: expected those of hs71, got none.",
        Assert.Throws<ArgumentException>(() => ProblemCatalog.Find("hs71")!.Certify([1, 4.743, 3.8211, 1.3794])).Message);
}
