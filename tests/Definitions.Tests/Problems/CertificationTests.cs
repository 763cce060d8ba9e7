using ParityNet.Definitions.Numbers;
using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Definitions.Tests.Problems;

public class CertificationTests
{
    // The minimizers that the paper prints exactly; others are found by a minimizer.
    public static TheoryData<string> Exactly =>
    [
        .. ProblemCatalog.MoreGarbowHillstrom
            .Where(problem => problem.Minima[0] is { IsRounded: false, At.IsEmpty: false } && problem.Name != "powell_badly_scaled")
            .Select(problem => problem.Name),
    ];

    [Theory, MemberData(nameof(Exactly))]
    public void A_published_minimizer_is_certified_and_a_singular_one_by_its_value(string name)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        Certificate certificate = problem.Certify([.. problem.Minima[0].At.Select(number => number.Value)]);

        bool isSingular = name.Contains("singular", StringComparison.Ordinal);
        Assert.True(certificate.Certainty == (isSingular ? Certainty.ValueCertified : Certainty.Certified), certificate.Reason);
        Assert.True(Exact.Equal(certificate.Value, problem.Minima[0].Value.Of<Exact>()).CanBeTrue, certificate.Value.ToString());
    }

    [Theory, MemberData(nameof(Exactly))]
    public void A_starting_point_is_not_certified(string name)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        Certificate certificate = problem.Certify([.. problem.Starts[0]]);
        Assert.True(certificate.Certainty == Certainty.NotCertified, certificate.Reason);
    }

    [Fact]
    public void The_minimizer_comes_with_eighty_digits()
    {
        // (3x − 1)² + (7y − 2)⁴ + (7y − 2)²
        Certificate certificate = new Thirds().Certify([0.333, 0.2857]);

        Assert.True(certificate.Certainty == Certainty.Certified, certificate.Reason);
        Assert.Equal("3." + new string('3', 79) + "E-01", certificate.Minimizer[0].ToString(80));
        Assert.True(Exact.Equal(certificate.Minimizer[1] * Exact.Of(7), Exact.Of(2)).CanBeTrue);
        Assert.InRange(certificate.Radius, 0, 1e-80);
        Assert.Equal(1e-3, certificate.Distance, 1e-6);
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    public void Saddles_and_maxima_are_not_certified(double first, double second)
    {
        Certificate certificate = new Quadratic(first, second).Certify([1e-9, 1e-9]);
        Assert.Equal((Certainty.NotCertified, "The stationary point is no strict minimum."), (certificate.Certainty, certificate.Reason));
    }

    [Fact]
    public void A_flat_minimum_is_not_certified() => Assert.Equal(Certainty.NotCertified, new Quadratic(1, 0).Certify([0, 3]).Certainty);

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    public void The_box_around_one_minimum_does_not_reach_the_next_stationary_point(double apart)
    {
        // (x² − a²)² is stationary at 0 and ±a.
        Certificate certificate = new TwoMinima(apart).Certify([apart]);
        Assert.True(certificate.Certainty == Certainty.Certified, certificate.Reason);
        Assert.InRange(certificate.UniqueWithin, 1e-3, 1);
        Assert.NotEqual(Certainty.Certified, new TwoMinima(apart).Certify([apart * 0.6]).Certainty);
    }

    [Fact]
    public void Where_the_function_is_not_defined_nothing_is_certified()
    {
        Assert.Equal(Certainty.NotCertified, new Logarithm().Certify([-1]).Certainty);
        Assert.Equal(Certainty.NotCertified, new Logarithm().Certify([0]).Certainty);
        Assert.Equal(Certainty.NotCertified, new Logarithm().Certify([double.NaN]).Certainty);
    }

    [Theory]
    [InlineData(1.0 / 3, 5, "3.3333E-01")]
    [InlineData(-99999.5, 5, "-1.0000E+05")]
    [InlineData(0.5, 1, "5E-01")]
    [InlineData(1e300, 3, "1.00E+300")]
    [InlineData(0, 3, "0")]
    public void Digits_are_rounded_once(double value, int digits, string text) => Assert.Equal(text, Exact.Of(value).ToString(digits));

    sealed class Thirds : IFormula
    {
        public R Value<R>(R[] x) where R : struct, IReal<R>
        {
            R first = R.Exact(3) * x[0] - R.One, second = R.Exact(7) * x[1] - R.Two;
            return R.Square(first) + R.Square(R.Square(second)) + R.Square(second);
        }
    }

    sealed class Quadratic(double first, double second) : IFormula
    {
        public R Value<R>(R[] x) where R : struct, IReal<R> => R.Exact(first) * R.Square(x[0]) + R.Exact(second) * R.Square(x[1]);
    }

    sealed class TwoMinima(double apart) : IFormula
    {
        public R Value<R>(R[] x) where R : struct, IReal<R> => R.Square(R.Square(x[0]) - R.Square(R.Exact(apart)));
    }

    sealed class Logarithm : IFormula
    {
        public R Value<R>(R[] x) where R : struct, IReal<R> => x[0] - R.Log(x[0]);
    }
}
