using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>
/// The limited-memory approximation of a Hessian, <c>B = θI − WMWᵀ</c> with <c>W = [Y θS]</c>. R. H. Byrd, J. Nocedal and R. B. Schnabel, 1994.
/// </summary>
sealed class CompactHessian
{
    readonly Matrix? y, s, inverseMiddle;
    readonly SymmetricIndefinite? middle;

    /// <param name="y">The changes of the gradient, one per row; null for none.</param>
    /// <param name="s">The steps, one per row.</param>
    /// <param name="theta">θ.</param>
    public CompactHessian(Matrix? y, Matrix? s, double theta)
    {
        (this.y, this.s, Theta) = (y, s, theta);
        if (y is null || s is null)
            return;
        int k = y.Rows;
        inverseMiddle = new Matrix(2 * k, 2 * k);
        for (int i = 0; i < k; i++)
            for (int j = 0; j <= i; j++)
            {
                if (i == j)
                    inverseMiddle[i, i] = -Vectors.Dot(s.Row(i), y.Row(i));
                else
                    inverseMiddle[k + i, j] = inverseMiddle[j, k + i] = Vectors.Dot(s.Row(i), y.Row(j));
                inverseMiddle[k + i, k + j] = inverseMiddle[k + j, k + i] = theta * Vectors.Dot(s.Row(i), s.Row(j));
            }
        middle = new(inverseMiddle);
    }

    public double Theta { get; }

    /// <summary>Twice the number of pairs.</summary>
    public int Rank => 2 * (y?.Rows ?? 0);

    /// <summary>Whether the pairs determine the matrix; rounding may have made it singular.</summary>
    public bool IsRegular => middle is null || middle.Zero == 0;

    /// <summary>Row i of W.</summary>
    public double[] Row(int i)
    {
        var row = new double[Rank];
        for (int k = 0; k < Rank / 2; k++)
            (row[k], row[Rank / 2 + k]) = (y![k, i], Theta * s![k, i]);
        return row;
    }

    /// <summary><c>Wᵀv</c>.</summary>
    public double[] TransposedTimes(double[] v)
    {
        var product = new double[Rank];
        for (int k = 0; k < Rank / 2; k++)
            (product[k], product[Rank / 2 + k]) = (Vectors.Dot(y!.Row(k), v), Theta * Vectors.Dot(s!.Row(k), v));
        return product;
    }

    /// <summary><c>Wc</c>.</summary>
    public double[] Times(double[] c, int n)
    {
        var product = new double[n];
        for (int k = 0; k < Rank / 2; k++)
        {
            Vectors.Add(product, c[k], y!.Row(k));
            Vectors.Add(product, Theta * c[Rank / 2 + k], s!.Row(k));
        }
        return product;
    }

    /// <summary><c>Mc</c>.</summary>
    public double[] Middle(double[] c) => middle?.Solve(c) ?? [];

    /// <summary>The d that is 0 but for free variables and minimizes <c>r·d + ½d·Bd</c> over them; null where rounding makes that singular.</summary>
    public double[]? Minimum(double[] r, bool[] isFree)
    {
        var d = new double[r.Length];
        for (int i = 0; i < d.Length; i++)
            d[i] = isFree[i] ? -r[i] / Theta : 0;
        if (inverseMiddle is null)
            return d;
        // By the formula of Woodbury, with one symmetric matrix of the rank of W.
        Matrix inner = inverseMiddle.Copy();
        for (int i = 0; i < d.Length; i++)
        {
            if (!isFree[i])
                continue;
            double[] row = Row(i);
            for (int a = 0; a < Rank; a++)
                Vectors.Add(inner.Row(a), -row[a] / Theta, row);
        }
        var factors = new SymmetricIndefinite(inner);
        if (factors.Zero > 0)
            return null;
        double[] correction = Times(factors.Solve(TransposedTimes(Array.ConvertAll(d, x => -x * Theta))), d.Length);
        for (int i = 0; i < d.Length; i++)
            if (isFree[i])
                d[i] -= correction[i] / (Theta * Theta);
        return d;
    }
}
