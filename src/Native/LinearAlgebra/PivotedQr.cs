namespace ParityNet.Native.LinearAlgebra;

/// <summary>
/// The QR factorization with column pivoting of a matrix with at least as many rows as columns, <c>AP = QR</c>, by Householder reflections.
/// </summary>
/// <remarks>As MINPACK's <c>qrfac</c>. P. Businger and G. H. Golub, 1965.</remarks>
sealed class PivotedQr
{
    const double Epsilon = 1.0 / (1L << 52);

    // Column-major: row j holds column j of the matrix, and then reflection j from its diagonal on and R above.
    readonly Matrix columns;

    public PivotedQr(Matrix a)
    {
        int m = a.Rows, n = a.Columns, steps = Math.Min(m, n);
        columns = new Matrix(n, m);
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                columns[j, i] = a[i, j];
        Norms = new double[n];
        Diagonal = new double[n];
        Order = new int[n];
        for (int j = 0; j < n; j++)
            (Norms[j], Order[j]) = (Vectors.Norm(columns.Row(j)), j);
        double[] left = [.. Norms], last = [.. Norms];
        for (int j = 0; j < steps; j++)
        {
            int largest = j;
            for (int k = j + 1; k < n; k++)
                if (left[k] > left[largest])
                    largest = k;
            if (largest != j)
            {
                double[] swapped = columns.Row(j).ToArray();
                columns.Row(largest).CopyTo(columns.Row(j));
                swapped.CopyTo(columns.Row(largest));
                (left[largest], last[largest]) = (left[j], last[j]);
                (Order[j], Order[largest]) = (Order[largest], Order[j]);
            }
            Reflect(j, left, last);
        }
    }

    /// <summary>The norms of the columns of the matrix, in its own order.</summary>
    public double[] Norms { get; }

    /// <summary>The diagonal of R.</summary>
    public double[] Diagonal { get; }

    /// <summary>The column of the matrix that column j of R belongs to.</summary>
    public int[] Order { get; }

    /// <summary>The elements of R above the diagonal.</summary>
    public double this[int i, int j] => i == j ? Diagonal[i] : columns[j, i];

    /// <summary>The number of diagonal elements of R that are not negligible beside the first.</summary>
    public int Rank
    {
        get
        {
            int most = Math.Min(columns.Rows, columns.Columns), rank = 0;
            double negligible = Math.Max(columns.Rows, columns.Columns) * Epsilon * Math.Abs(Diagonal[0]);
            while (rank < most && Math.Abs(Diagonal[rank]) > negligible)
                rank++;
            return rank;
        }
    }

    /// <summary>The first elements of <c>Qᵀb</c>, one per column.</summary>
    public double[] TransposedTimes(ReadOnlySpan<double> b)
    {
        double[] product = b.ToArray();
        for (int j = 0; j < Math.Min(columns.Rows, columns.Columns); j++)
        {
            Span<double> reflection = columns.Row(j)[j..];
            if (reflection[0] != 0)
                Vectors.Add(product.AsSpan(j), -Vectors.Dot(reflection, product.AsSpan(j)) / reflection[0], reflection);
        }
        Array.Resize(ref product, columns.Rows);
        return product;
    }

    /// <summary>The x that minimizes <c>‖Ax − b‖</c>; where A is singular, a basic one with zeros.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        double[] y = TransposedTimes(b), x = new double[columns.Rows];
        int rank = Rank;
        for (int i = rank - 1; i >= 0; i--)
        {
            double sum = y[i];
            for (int j = i + 1; j < rank; j++)
                sum -= this[i, j] * y[j];
            y[i] = sum / Diagonal[i];
            x[Order[i]] = y[i];
        }
        return x;
    }

    void Reflect(int j, double[] left, double[] last)
    {
        Span<double> reflection = columns.Row(j)[j..];
        double norm = Vectors.Norm(reflection);
        if (norm == 0)
            return;
        if (reflection[0] < 0)
            norm = -norm;
        for (int i = 0; i < reflection.Length; i++)
            reflection[i] /= norm;
        reflection[0] += 1;
        for (int k = j + 1; k < columns.Rows; k++)
        {
            Span<double> column = columns.Row(k)[j..];
            Vectors.Add(column, -Vectors.Dot(reflection, column) / reflection[0], reflection);
            if (left[k] == 0)
                continue;
            double ratio = column[0] / left[k];
            left[k] *= Math.Sqrt(Math.Max(0, 1 - ratio * ratio));
            // The downdated norm has lost its digits.
            if (0.05 * (left[k] / last[k] * (left[k] / last[k])) <= Epsilon)
                left[k] = last[k] = Vectors.Norm(column[1..]);
        }
        Diagonal[j] = -norm;
    }
}
