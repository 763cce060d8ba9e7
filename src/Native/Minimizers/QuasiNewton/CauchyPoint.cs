using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The first minimum of the quadratic model along the projected gradient.</summary>
/// <param name="X">The point.</param>
/// <param name="C"><c>Wᵀ(X − x)</c>.</param>
sealed record CauchyPoint(double[] X, double[] C)
{
    public static CauchyPoint Of(CompactHessian b, double[] x, double[] gradient, double[] lower, double[] upper)
    {
        int n = x.Length;
        double[] point = [.. x], d = new double[n], breaks = new double[n], c = new double[b.Rank];
        for (int i = 0; i < n; i++)
        {
            breaks[i] = gradient[i] == 0 ? double.PositiveInfinity : (x[i] - (gradient[i] < 0 ? upper[i] : lower[i])) / gradient[i];
            d[i] = breaks[i] > 0 ? -gradient[i] : 0;
        }
        double[] p = b.TransposedTimes(d);
        double first = -Vectors.Dot(d, d), second = -b.Theta * first - Vectors.Dot(p, b.Middle(p)), t = 0;
        if (first == 0)
            return new(point, c);
        int[] order = [.. Enumerable.Range(0, n).Where(i => breaks[i] > 0)];
        Array.Sort(order.Select(i => breaks[i]).ToArray(), order);
        double step = -first / second;
        int next = 0;
        for (; next < order.Length && breaks[order[next]] - t <= step; next++)
        {
            int i = order[next];
            double length = breaks[i] - t, g = gradient[i], bound = d[i] > 0 ? upper[i] : lower[i];
            t = breaks[i];
            point[i] = bound;
            Vectors.Add(c, length, p);
            double[] row = b.Row(i);
            first += length * second + g * g + b.Theta * g * (bound - x[i]) - g * Vectors.Dot(row, b.Middle(c));
            double[] middle = b.Middle(row);
            second -= b.Theta * g * g + 2 * g * Vectors.Dot(middle, p) + g * g * Vectors.Dot(row, middle);
            Vectors.Add(p, g, row);
            d[i] = 0;
            step = second > 0 ? Math.Max(0, -first / second) : first < 0 ? double.PositiveInfinity : 0;
        }
        if (next == order.Length || double.IsInfinity(step))
            step = 0;
        for (; next < order.Length; next++)
            point[order[next]] = x[order[next]] + (t + step) * d[order[next]];
        Vectors.Add(c, step, p);
        return new(point, c);
    }
}
