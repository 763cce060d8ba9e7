namespace ParityNet.Native.LinearAlgebra;

/// <summary>
/// The factorization <c>PAPᵀ = LDLᵀ</c> of a symmetric matrix, where D has blocks of one and two rows; it also tells the inertia.
/// </summary>
/// <remarks>J. R. Bunch and L. Kaufman, 1977.</remarks>
sealed class SymmetricIndefinite
{
    // The threshold that bounds the growth of elements best.
    static readonly double Alpha = (1 + Math.Sqrt(17)) / 8;

    readonly Matrix a;
    readonly int[] order;
    readonly bool[] isPair;

    public SymmetricIndefinite(Matrix matrix)
    {
        a = matrix.Copy();
        int n = a.Rows;
        order = [.. Enumerable.Range(0, n)];
        isPair = new bool[n];
        // A pivot is 0 beside what its own row held: rows may be of very different scale.
        var negligible = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                (negligible[i], negligible[j]) = (Math.Max(negligible[i], Math.Abs(a[i, j])), Math.Max(negligible[j], Math.Abs(a[i, j])));
        for (int k = 0; k < n; k += isPair[k] ? 2 : 1)
        {
            Pivot(k);
            if (isPair[k])
                EliminatePair(k);
            else if (!(Math.Abs(a[k, k]) > n * negligible[order[k]] / (1L << 52)))
                Zero++;
            else
            {
                if (a[k, k] > 0)
                    Positive++;
                else
                    Negative++;
                Eliminate(k);
            }
        }
    }

    /// <summary>The number of positive eigenvalues.</summary>
    public int Positive { get; private set; }

    /// <summary>The number of negative eigenvalues.</summary>
    public int Negative { get; private set; }

    /// <summary>The number of eigenvalues that are 0 within rounding; then the matrix is singular.</summary>
    public int Zero { get; private set; }

    /// <summary>Solves <c>Ax = b</c>, for a matrix that is not singular.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        int n = a.Rows;
        var x = new double[n];
        for (int i = 0; i < n; i++)
            x[i] = b[order[i]];
        for (int k = 0; k < n; k += isPair[k] ? 2 : 1)
            for (int i = k + (isPair[k] ? 2 : 1); i < n; i++)
                x[i] -= a[i, k] * x[k] + (isPair[k] ? a[i, k + 1] * x[k + 1] : 0);
        for (int k = 0; k < n; k += isPair[k] ? 2 : 1)
            if (isPair[k])
            {
                double p = a[k, k], q = a[k + 1, k], r = a[k + 1, k + 1], determinant = p * r - q * q;
                (x[k], x[k + 1]) = ((r * x[k] - q * x[k + 1]) / determinant, (p * x[k + 1] - q * x[k]) / determinant);
            }
            else
                x[k] /= a[k, k];
        for (int i = n - 1; i >= 0; i--)
            for (int k = i + 1; k < n; k++)
                if (!(isPair[i] && k == i + 1))
                    x[i] -= a[k, i] * x[k];
        var solution = new double[n];
        for (int i = 0; i < n; i++)
            solution[order[i]] = x[i];
        return solution;
    }

    void Pivot(int k)
    {
        int n = a.Rows;
        if (k == n - 1)
            return;
        (int r, double largest) = LargestBeside(k, k);
        if (Math.Abs(a[k, k]) >= Alpha * largest)
            return;
        double beside = LargestBeside(r, k).Size;
        if (Math.Abs(a[k, k]) * beside >= Alpha * largest * largest)
            return;
        if (Math.Abs(a[r, r]) >= Alpha * beside)
            Swap(k, r);
        else
        {
            Swap(k + 1, r);
            isPair[k] = true;
        }
    }

    // The largest element of row and column i beside its diagonal, in what is left from k on.
    (int Index, double Size) LargestBeside(int i, int k)
    {
        (int index, double size) = (i, 0);
        for (int j = k; j < a.Rows; j++)
            if (j != i && Math.Abs(j < i ? a[i, j] : a[j, i]) is var element && element > size)
                (index, size) = (j, element);
        return (index, size);
    }

    void Eliminate(int k)
    {
        for (int i = k + 1; i < a.Rows; i++)
        {
            double factor = a[i, k] / a[k, k];
            for (int j = k + 1; j <= i; j++)
                a[i, j] -= factor * a[j, k];
        }
        for (int i = k + 1; i < a.Rows; i++)
            a[i, k] /= a[k, k];
    }

    void EliminatePair(int k)
    {
        double p = a[k, k], q = a[k + 1, k], r = a[k + 1, k + 1], determinant = p * r - q * q;
        // The pivot makes the determinant negative: one eigenvalue of each sign.
        Positive++;
        Negative++;
        var first = new double[a.Rows];
        var second = new double[a.Rows];
        for (int i = k + 2; i < a.Rows; i++)
            (first[i], second[i]) = ((r * a[i, k] - q * a[i, k + 1]) / determinant, (p * a[i, k + 1] - q * a[i, k]) / determinant);
        for (int i = k + 2; i < a.Rows; i++)
            for (int j = k + 2; j <= i; j++)
                a[i, j] -= first[i] * a[j, k] + second[i] * a[j, k + 1];
        for (int i = k + 2; i < a.Rows; i++)
            (a[i, k], a[i, k + 1]) = (first[i], second[i]);
    }

    // Exchanges two rows and columns of the lower triangle, and of what is factorized.
    void Swap(int i, int j)
    {
        if (i == j)
            return;
        if (i > j)
            (i, j) = (j, i);
        (order[i], order[j]) = (order[j], order[i]);
        for (int k = 0; k < i; k++)
            (a[i, k], a[j, k]) = (a[j, k], a[i, k]);
        for (int k = i + 1; k < j; k++)
            (a[k, i], a[j, k]) = (a[j, k], a[k, i]);
        for (int k = j + 1; k < a.Rows; k++)
            (a[k, i], a[k, j]) = (a[k, j], a[k, i]);
        (a[i, i], a[j, j]) = (a[j, j], a[i, i]);
    }
}
