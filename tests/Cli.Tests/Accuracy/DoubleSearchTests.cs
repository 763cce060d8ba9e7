using ParityNet.Cli.Accuracy;
using ParityNet.Cli.Functions;
using ParityNet.Definitions.Numbers;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Tests.Accuracy;

public class DoubleSearchTests
{
    public static TheoryData<string> Native => [.. new NativeFunctions().Names.Where(name => Truths.Has(name) && Powers.Exponent<double>(name) is null)];

    public static TheoryData<string, double> Hard =>
        [.. from name in new NativeFunctions().Names from x in HardCases.Of(name) select new TheoryDataRow<string, double>(name, x)];

    [Theory, MemberData(nameof(Native))]
    public void Each_native_function_is_within_1_unit_in_the_last_place(string name)
    {
        Finding<double> found = Search(new NativeFunctions(), name, 4_000);
        Assert.Equal((4_000 + HardCases.Of(name).Count, 0), (found.Inputs, found.Astray));
        Assert.InRange(found.WorstUlp, 0.5, 1);
    }

    [Theory, MemberData(nameof(Hard))]
    public void At_a_published_hard_case_the_value_is_in_the_middle_of_two_numbers(string name, double x)
    {
        TrueFunction exact = new Truths(name, Powers.Exponent<double>(name)).Exact!;
        double[] y = [0];
        new NativeFunctions().Apply(name, [x], y.AsSpan());
        double[] errors = [.. new[] { Math.BitDecrement(y[0]), y[0], Math.BitIncrement(y[0]) }.Select(near => exact.Judge(x, near).Ulp).Order()];
        Assert.Equal(0.5, errors[0], 1e-15);
        Assert.Equal(0.5, errors[1], 1e-15);
        // What is not near the middle is judged by two doubles.
        Assert.Equal(1.5, errors[2], 1e-5);
        Assert.Single(new[] { Math.BitDecrement(y[0]), y[0], Math.BitIncrement(y[0]) }, near => exact.Judge(x, near).IsNearest);
    }

    [Fact]
    public void Errors_near_one_point_are_found_and_a_share_counts_none_of_the_points_around_it()
    {
        Finding<double> found = Search(new FakeFunctions("sqrt", x => x is > 1.9 and < 1.95 ? Math.BitIncrement(Math.Sqrt(x)) : Math.Sqrt(x)), "sqrt", 32_000);
        Assert.InRange(found.WorstInput, 1.9, 1.95);
        Assert.InRange(found.WorstUlp, 1.45, 1.5);
        Assert.Equal((32_000, 24_000), (found.Inputs, found.Drawn));
        Assert.InRange(found.Drawn - found.Nearest, 50, 300);
    }

    [Fact]
    public void A_result_that_vanishes_is_astray() =>
        Assert.InRange(Search(new FakeFunctions("sigmoid", x => 1 / (1 + Math.Exp(-x))), "sigmoid", 4_000).AstrayInput, -745.2, -709.78);

    [Fact]
    public void The_points_do_not_depend_on_the_order_of_work() =>
        Assert.Equal(Search(new DotnetFunctions(), "tanh", 100_000), Search(new DotnetFunctions(), "tanh", 100_000));

    static Finding<double> Search(IFunctions functions, string name, long points) => new DoubleSearch(functions, name).Run(points, _ => { }, TestContext.Current.CancellationToken);
}
