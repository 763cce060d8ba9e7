using ParityNet.Minimizers;

namespace ParityNet.Parity.Laws;

/// <summary>
/// A convex function that a law draws, <c>½x·Ax − b·x + ¼w Σ xᵢ⁴</c> with <c>A = BᵀB + I</c>, whose minimum is known: b is made for it.
/// </summary>
/// <param name="matrix">A.</param>
/// <param name="minimum">Where the minimum is.</param>
/// <param name="weight">w; 0 for a quadratic function.</param>
sealed class DrawnProblem(double[,] matrix, double[] minimum, double weight)
{
    readonly double[] linear = [.. Times(matrix, minimum).Zip(minimum, (a, x) => a + weight * x * x * x)];

    public double[,] Matrix => matrix;

    public double[] Minimum => minimum;

    public double Weight => weight;

    public Objective<double> Objective => new(Value) { Variables = minimum.Length, Gradient = Gradient, Hessian = Hessian };

    // Numbers of few digits, so that A and b are exact.
    public static DrawnProblem Of(LawContext b, int most, double weight = 0)
    {
        int n = Math.Min(b.Size, most);
        double[][] rows = [.. Enumerable.Range(0, n).Select(_ => b.Eighths(n))];
        var matrix = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                matrix[i, j] = (i == j ? 1 : 0) + rows.Sum(row => row[i] * row[j]) / 16;
        return new(matrix, b.Eighths(n), weight);
    }

    public double Value(double[] x)
    {
        double[] ax = Times(matrix, x);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (ax[i] / 2 - linear[i]) * x[i] + weight / 4 * x[i] * x[i] * (x[i] * x[i]);
        return sum;
    }

    public double[] Gradient(double[] x)
    {
        double[] gradient = Times(matrix, x);
        for (int i = 0; i < x.Length; i++)
            gradient[i] += weight * x[i] * x[i] * x[i] - linear[i];
        return gradient;
    }

    public double[,] Hessian(double[] x)
    {
        var hessian = (double[,])matrix.Clone();
        for (int i = 0; i < x.Length; i++)
            hessian[i, i] += 3 * weight * x[i] * x[i];
        return hessian;
    }

    public static double[] Times(double[,] matrix, double[] x)
    {
        var product = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < x.Length; j++)
                product[i] += matrix[i, j] * x[j];
        return product;
    }
}
