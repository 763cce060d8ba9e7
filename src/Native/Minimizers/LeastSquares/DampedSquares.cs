using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The linear least squares problem of one Levenberg–Marquardt step, for any damping: MINPACK's <c>lmpar</c> and <c>qrsolv</c>.</summary>
/// <param name="qr">The factorization of the Jacobian.</param>
/// <param name="transformed"><c>Qᵀr</c>.</param>
/// <param name="scale">D.</param>
sealed class DampedSquares(PivotedQr qr, double[] transformed, double[] scale)
{
    // The step may leave the trust region by this fraction, after this many corrections at most.
    const double Slack = 0.1;
    const int MostCorrections = 10;

    // The smallest normal number.
    const double Dwarf = 2.2250738585072014e-308;

    readonly int n = scale.Length;

    /// <summary>The damping λ, and the x that minimizes <c>‖Jx − r‖² + λ‖Dx‖²</c> with <c>‖Dx‖</c> about Δ, or less where λ is 0.</summary>
    /// <param name="radius">Δ.</param>
    /// <param name="damping">The damping of the last step, from which the search begins.</param>
    public (double Damping, double[] X) Within(double radius, double damping)
    {
        double[] x = Undamped(out bool isRegular);
        double norm = Scaled(x), excess = norm - radius;
        if (excess <= Slack * radius)
            return (0, x);
        double low = isRegular ? Lowest(x, norm, excess, radius) : 0;
        double[] gradient = ScaledGradient();
        double gradientNorm = Vectors.Norm(gradient), high = gradientNorm / radius;
        if (high == 0)
            high = Dwarf / Math.Min(radius, Slack);
        damping = Math.Min(Math.Max(damping, low), high);
        if (damping == 0)
            damping = gradientNorm / norm;
        for (int correction = 1; ; correction++)
        {
            if (damping == 0)
                damping = Math.Max(Dwarf, 0.001 * high);
            Matrix s = Eliminated(Math.Sqrt(damping), out double[] right);
            x = BackSubstituted(s, right, n);
            norm = Scaled(x);
            double last = excess;
            excess = norm - radius;
            if (Math.Abs(excess) <= Slack * radius || (low == 0 && excess <= last && last < 0) || correction == MostCorrections)
                return (damping, x);
            var v = new double[n];
            for (int j = 0; j < n; j++)
                v[j] = scale[qr.Order[j]] * (scale[qr.Order[j]] * x[qr.Order[j]] / norm);
            SolveTransposed(s, v);
            double size = Vectors.Norm(v), newton = excess / radius / size / size;
            if (excess > 0)
                low = Math.Max(low, damping);
            if (excess < 0)
                high = Math.Min(high, damping);
            damping = Math.Max(low, damping + newton);
        }
    }

    /// <summary><c>‖Rx‖</c>, the size of the linear model's change.</summary>
    public double ModelNorm(double[] x)
    {
        var product = new double[n];
        for (int j = 0; j < n; j++)
            for (int i = 0; i <= j; i++)
                product[i] += qr[i, j] * x[qr.Order[j]];
        return Vectors.Norm(product);
    }

    double Scaled(double[] x)
    {
        var scaled = new double[n];
        for (int j = 0; j < n; j++)
            scaled[j] = scale[j] * x[j];
        return Vectors.Norm(scaled);
    }

    double[] Undamped(out bool isRegular)
    {
        int rank = 0;
        while (rank < n && qr.Diagonal[rank] != 0)
            rank++;
        isRegular = rank == n;
        var r = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            for (int j = i; j < n; j++)
                r[i, j] = qr[i, j];
        return BackSubstituted(r, transformed, rank);
    }

    double Lowest(double[] x, double norm, double excess, double radius)
    {
        var v = new double[n];
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < j; i++)
                sum += qr[i, j] * v[i];
            v[j] = (scale[qr.Order[j]] * (scale[qr.Order[j]] * x[qr.Order[j]] / norm) - sum) / qr.Diagonal[j];
        }
        double size = Vectors.Norm(v);
        return excess / radius / size / size;
    }

    double[] ScaledGradient()
    {
        var gradient = new double[n];
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i <= j; i++)
                sum += qr[i, j] * transformed[i];
            gradient[j] = sum / scale[qr.Order[j]];
        }
        return gradient;
    }

    // Rotates the rows √λD away below R; the upper triangle is the result, and right becomes the right side that belongs to it.
    Matrix Eliminated(double root, out double[] right)
    {
        var s = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            for (int j = i; j < n; j++)
                s[i, j] = qr[i, j];
        right = transformed.AsSpan(0, n).ToArray();
        var row = new double[n];
        for (int j = 0; j < n; j++)
        {
            Array.Clear(row);
            row[j] = root * scale[qr.Order[j]];
            double below = 0;
            for (int k = j; k < n; k++)
            {
                if (row[k] == 0)
                    continue;
                double length = double.Hypot(s[k, k], row[k]), cosine = s[k, k] / length, sine = row[k] / length;
                for (int i = k; i < n; i++)
                    (s[k, i], row[i]) = (cosine * s[k, i] + sine * row[i], cosine * row[i] - sine * s[k, i]);
                (right[k], below) = (cosine * right[k] + sine * below, cosine * below - sine * right[k]);
            }
        }
        return s;
    }

    double[] BackSubstituted(Matrix upper, double[] right, int rank)
    {
        var x = new double[n];
        var y = new double[rank];
        for (int i = rank - 1; i >= 0; i--)
        {
            double sum = right[i];
            for (int j = i + 1; j < rank; j++)
                sum -= upper[i, j] * y[j];
            y[i] = sum / upper[i, i];
            x[qr.Order[i]] = y[i];
        }
        return x;
    }

    // Solves Sᵀv = v in place.
    void SolveTransposed(Matrix upper, double[] v)
    {
        for (int j = 0; j < n; j++)
        {
            v[j] /= upper[j, j];
            for (int i = j + 1; i < n; i++)
                v[i] -= upper[j, i] * v[j];
        }
    }
}
