using ParityNet.Minimizers;

namespace ParityNet.Tests.Minimizers;

/// <summary>Differences are exact but for the rounding of the values on functions whose higher derivatives vanish.</summary>
public class DifferenceTests
{
    // The unit roundoff, and the steps for one and for two differences.
    static readonly double Unit = Math.ScaleB(1, -53), Once = Math.Cbrt(2 * Unit), Twice = Math.Sqrt(Math.Sqrt(2 * Unit));

    public static TheoryData<double, double> Points => new() { { 0, 0 }, { 1.5, -2.25 }, { -7.1, 0.3 }, { 12345.678, -1e-3 } };

    [Theory, MemberData(nameof(Points))]
    public void The_gradient_of_a_linear_function_is_its_coefficients(double x, double y)
    {
        double[] gradient = Of(at => 3 * at[0] - 5 * at[1]).Gradient([x, y]);

        // Two products and a difference in each of the two values, and the quotient.
        double hx = Step(x, Once), hy = Step(y, Once), size = 3 * (Math.Abs(x) + hx) + 5 * (Math.Abs(y) + hy);
        Assert.InRange(gradient[0], 3 - 4 * Unit * size / hx, 3 + 4 * Unit * size / hx);
        Assert.InRange(gradient[1], -5 - 4 * Unit * size / hy, -5 + 4 * Unit * size / hy);
    }

    [Theory, MemberData(nameof(Points))]
    public void The_Hessian_of_a_quadratic_from_values_alone_is_its_coefficients(double x, double y)
    {
        double[,] hessian = Of(at => at[0] * at[0] + 2 * at[0] * at[1] - 3 * at[1] * at[1]).Hessian([x, y]);

        double a = Step(x, Twice), b = Step(y, Twice), p = Math.Abs(x) + 2 * a, q = Math.Abs(y) + 2 * b, size = p * p + 2 * p * q + 3 * q * q;
        Within(2, a, a, 0, 0);
        Within(2, a, b, 0, 1);
        Within(2, a, b, 1, 0);
        Within(-6, b, b, 1, 1);

        // Four values of six operations each, at points that are rounded, their sum, and the quotient.
        void Within(double expected, double first, double second, int row, int column)
        {
            double bound = 4 * 12 * Unit * size / (4 * first * second);
            Assert.InRange(hessian[row, column], expected - bound, expected + bound);
        }
    }

    static double Step(double x, double relative) => relative * Math.Max(1, Math.Abs(x));

    static ObjectiveEvaluator<double> Of(Func<double[], double> value) => new(Objective.Of<double>(value), 2, new());
}
