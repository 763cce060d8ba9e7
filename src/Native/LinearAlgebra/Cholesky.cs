namespace ParityNet.Native.LinearAlgebra;

/// <summary>The factorization <c>A + E = LLᵀ</c> of a symmetric matrix, where E is 0 or a diagonal that makes it positive definite.</summary>
/// <param name="lower">L.</param>
/// <param name="added">The largest element of E.</param>
sealed class Cholesky(Matrix lower, double added)
{
    const double Epsilon = 1.0 / (1L << 52);

    /// <summary>The largest element that was added to the diagonal; 0 where the matrix is positive definite.</summary>
    public double Added { get; } = added;

    /// <summary>The factorization of a positive definite matrix; null where it is not, within rounding.</summary>
    public static Cholesky? Of(Matrix a)
    {
        int n = a.Rows;
        var l = new Matrix(n, n);
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j] - Vectors.Dot(l.Row(j)[..j], l.Row(j)[..j]);
            if (!(pivot > n * Epsilon * Math.Abs(a[j, j])) || double.IsInfinity(pivot))
                return null;
            Finish(a, l, j, pivot);
        }
        return new(l, 0);
    }

    /// <summary>A vector d with <c>d·Ad &lt; 0</c>; null where the matrix is positive semidefinite as far as the factorization gets.</summary>
    public static double[]? NegativeCurvature(Matrix a)
    {
        int n = a.Rows;
        var l = new Matrix(n, n);
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j] - Vectors.Dot(l.Row(j)[..j], l.Row(j)[..j]), noise = n * Epsilon * Math.Abs(a[j, j]);
            if (pivot < -noise)
            {
                // The leading rows are definite: with them eliminated, the pivot is the curvature along d.
                var d = new double[n];
                for (int i = 0; i < j; i++)
                    d[i] = -l[j, i];
                new Cholesky(l, 0).SolveTransposed(d.AsSpan(0, j));
                d[j] = 1;
                return d;
            }
            if (!(pivot > noise))
                return null;
            Finish(a, l, j, pivot);
        }
        return null;
    }

    /// <summary>
    /// The modified factorization of Gill, Murray and Wright: elements of L stay bounded, so that <c>A + E</c> is safely positive definite and E is 0
    /// where A is so.
    /// </summary>
    public static Cholesky Modified(Matrix a)
    {
        int n = a.Rows;
        double diagonal = 0, beside = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                if (i == j)
                    diagonal = Math.Max(diagonal, Math.Abs(a[i, i]));
                else
                    beside = Math.Max(beside, Math.Abs(a[i, j]));
        double scale = diagonal + beside == 0 ? 1 : diagonal + beside, smallest = Epsilon * scale, added = 0,
            bound = Math.Max(Math.Max(diagonal, beside / Math.Max(1, Math.Sqrt((double)n * n - 1))), smallest);
        var l = new Matrix(n, n);
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j] - Vectors.Dot(l.Row(j)[..j], l.Row(j)[..j]), largest = 0;
            for (int i = j + 1; i < n; i++)
                largest = Math.Max(largest, Math.Abs(a[i, j] - Vectors.Dot(l.Row(i)[..j], l.Row(j)[..j])));
            double safe = Math.Max(Math.Max(Math.Abs(pivot), largest * largest / bound), smallest);
            added = Math.Max(added, safe - pivot);
            Finish(a, l, j, safe);
        }
        return new(l, added);
    }

    static void Finish(Matrix a, Matrix l, int j, double pivot)
    {
        double root = l[j, j] = Math.Sqrt(pivot);
        for (int i = j + 1; i < a.Rows; i++)
            l[i, j] = (a[i, j] - Vectors.Dot(l.Row(i)[..j], l.Row(j)[..j])) / root;
    }

    /// <summary>Solves <c>LLᵀx = b</c>.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        double[] x = b.ToArray();
        for (int i = 0; i < x.Length; i++)
            x[i] = (x[i] - Vectors.Dot(lower.Row(i)[..i], x.AsSpan(0, i))) / lower[i, i];
        SolveTransposed(x);
        return x;
    }

    /// <summary>Solves <c>Lᵀx = b</c> in place.</summary>
    public void SolveTransposed(Span<double> x)
    {
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= lower[i, i];
            Vectors.Add(x[..i], -x[i], lower.Row(i)[..i]);
        }
    }
}
