using ParityNet.Definitions.Numbers;
using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Definitions.Tests.Problems;

public class NistTests
{
    // NIST prints eleven digits.
    const int Digits = 11;

    public static TheoryData<string> Names => [.. ProblemCatalog.Nist.Select(problem => problem.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Newton_in_multi_precision_finds_every_certified_digit(string name)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        PublishedMinimum certified = problem.Minima.Single();
        Certificate certificate = problem.Certify([.. certified.At.Select(number => number.Value)]);

        Assert.True(certificate.Certainty == Certainty.Certified, certificate.Reason);
        Assert.Equal(certified.At.Select(Printed), certificate.Minimizer.Select(number => number.ToString(Digits)));
        Assert.Equal(Printed(certified.Value), certificate.Value.ToString(Digits));
    }

    static string Printed(DecimalNumber number) => number.Of<Exact>().ToString(Digits);
}
