using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ParityNet.Native.LinearAlgebra;

/// <summary>Arithmetic on vectors; sums have the same bits at every vector width.</summary>
static class Vectors
{
    // Element i is added to running sum i mod 8, which narrower hardware emulates; the sums are then reduced pairwise.
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector512<double>> x = MemoryMarshal.Cast<double, Vector512<double>>(a), y = MemoryMarshal.Cast<double, Vector512<double>>(b);
        Vector512<double> sums = Vector512<double>.Zero;
        for (int i = 0; i < x.Length; i++)
            sums += x[i] * y[i];
        double sum = sums[0] + sums[4] + (sums[2] + sums[6]) + (sums[1] + sums[5] + (sums[3] + sums[7]));
        for (int i = x.Length * Vector512<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>The Euclidean norm, scaled where squares overflow or vanish.</summary>
    public static double Norm(ReadOnlySpan<double> v)
    {
        double square = Dot(v, v);
        if (square is > 1e-280 and < double.PositiveInfinity)
            return Math.Sqrt(square);
        double largest = MaxAbs(v);
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        double sum = 0;
        foreach (double x in v)
            sum += x / largest * (x / largest);
        return largest * Math.Sqrt(sum);
    }

    /// <summary>The largest size of an element; NaN where one is NaN.</summary>
    public static double MaxAbs(ReadOnlySpan<double> v)
    {
        double largest = 0;
        foreach (double x in v)
            largest = Math.Max(largest, Math.Abs(x));
        return largest;
    }

    /// <summary>The sum of the sizes of the elements.</summary>
    public static double SumAbs(ReadOnlySpan<double> v)
    {
        double sum = 0;
        foreach (double x in v)
            sum += Math.Abs(x);
        return sum;
    }

    /// <summary><c>y ← y + αx</c>.</summary>
    public static void Add(Span<double> y, double alpha, ReadOnlySpan<double> x)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] += alpha * x[i];
    }

    public static double[] Minus(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var difference = new double[a.Length];
        for (int i = 0; i < difference.Length; i++)
            difference[i] = a[i] - b[i];
        return difference;
    }

    public static double[] Times(double factor, ReadOnlySpan<double> v)
    {
        var product = new double[v.Length];
        for (int i = 0; i < product.Length; i++)
            product[i] = factor * v[i];
        return product;
    }

    public static double[] Negated(ReadOnlySpan<double> v) => Times(-1, v);

    public static bool AreFinite(ReadOnlySpan<double> v)
    {
        foreach (double x in v)
            if (!double.IsFinite(x))
                return false;
        return true;
    }
}
