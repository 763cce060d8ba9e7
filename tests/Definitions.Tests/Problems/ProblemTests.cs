using ParityNet.Definitions.Numbers;
using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Definitions.Tests.Problems;

public class ProblemTests
{
    public static TheoryData<string> Names => [.. ProblemCatalog.All.Select(problem => problem.Name)];

    public static TheoryData<string> Known => [.. ProblemCatalog.All.Where(problem => problem.Minima.Any(minimum => !minimum.At.IsEmpty)).Select(problem => problem.Name)];

    [Fact]
    public void There_are_35_problems_of_More_Garbow_and_Hillstrom_and_more_than_25_of_Hock_and_Schittkowski()
    {
        Assert.Equal(35, ProblemCatalog.MoreGarbowHillstrom.Length);
        Assert.True(ProblemCatalog.HockSchittkowski.Length > 25);
        Assert.Equal(ProblemCatalog.All.Length, ProblemCatalog.All.Select(problem => problem.Name).Distinct().Count());
    }

    // The printed variables are rounded; where they are the problem's whole data (the value 0 at ones), nothing is left.
    [Theory, MemberData(nameof(Known))]
    public void A_published_minimum_has_its_published_value(string name)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        foreach (PublishedMinimum minimum in problem.Minima.Where(minimum => !minimum.At.IsEmpty))
        {
            // The box of all variables that print like these.
            Exact[] box = [.. minimum.At.Select(Printed)];
            Exact value = problem.Formula.Value(box);
            Assert.True(Exact.Equal(value, minimum.IsRounded ? Printed(minimum.Value) : minimum.Value.Of<Exact>()).CanBeTrue, $"{value} is not {minimum.Value}");
            Assert.All(problem.Inequalities?.Values(box) ?? [], g => Assert.True((g <= Exact.Of(0)).CanBeTrue, $"{g} above 0"));
            Assert.All(problem.Equalities?.Values(box) ?? [], h => Assert.True(Exact.Equal(h, Exact.Of(0)).CanBeTrue, $"{h} is not 0"));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Derivatives_of_an_objective_are_those_of_its_formula_in_exact_arithmetic(string name)
    {
        Problem problem = ProblemCatalog.Find(name)!;
        double[] x = [.. problem.Starts[0]];
        Exact[] point = Array.ConvertAll(x, Exact.Of);
        Exact[] gradient = problem.Formula.Gradient(point);
        Exact[,] hessian = problem.Formula.Hessian(point);
        // The tape and the dual numbers multiply in different orders, and one is reverse where the other is forward.
        for (int i = 0; i < x.Length; i++)
        {
            Dual<Exact>[] seeded = [.. point.Select((number, j) => j == i ? Dual<Exact>.Variable(number) : Dual<Exact>.Constant(number))];
            Assert.True(Exact.Equal(problem.Formula.Value(seeded).Derivative, gradient[i]).CanBeTrue);
            for (int j = 0; j < i; j++)
                Assert.True(Exact.Equal(hessian[i, j], hessian[j, i]).CanBeTrue);
        }
    }

    static Exact Printed(DecimalNumber number)
    {
        Exact half = new DecimalNumber(1, number.Exponent).Of<Exact>();
        return number.Exponent >= 0 ? number.Of<Exact>() : Exact.Where(Truth.Maybe, number.Of<Exact>() - half, number.Of<Exact>() + half);
    }
}
