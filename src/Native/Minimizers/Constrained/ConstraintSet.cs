using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>All constraints of an objective as <c>c(x) ≤ 0</c> and <c>h(x) = 0</c>: bounds are inequalities, fixed variables equalities.</summary>
sealed class ConstraintSet
{
    readonly Oracle oracle;
    readonly int[] lower, upper, isFixed;
    readonly int inequalities, equalities;

    public ConstraintSet(Oracle oracle, double[] start)
    {
        this.oracle = oracle;
        inequalities = oracle.HasInequalities ? oracle.Constraints(false, start).Length : 0;
        equalities = oracle.HasEqualities ? oracle.Constraints(true, start).Length : 0;
        int[] bounded = oracle.Lower is null ? [] : [.. Enumerable.Range(0, start.Length)];
        isFixed = [.. bounded.Where(i => oracle.Lower![i] == oracle.Upper![i])];
        lower = [.. bounded.Where(i => double.IsFinite(oracle.Lower![i]) && !isFixed.Contains(i))];
        upper = [.. bounded.Where(i => double.IsFinite(oracle.Upper![i]) && !isFixed.Contains(i))];
    }

    public int Inequalities => inequalities + lower.Length + upper.Length;

    public int Equalities => equalities + isFixed.Length;

    public double[] InequalitiesAt(double[] x) =>
    [
        .. Checked(inequalities > 0 ? oracle.Constraints(false, x) : [], inequalities), .. lower.Select(i => oracle.Lower![i] - x[i]),
        .. upper.Select(i => x[i] - oracle.Upper![i]),
    ];

    public double[] EqualitiesAt(double[] x) =>
        [.. Checked(equalities > 0 ? oracle.Constraints(true, x) : [], equalities), .. isFixed.Select(i => x[i] - oracle.Lower![i])];

    public Matrix InequalityJacobian(double[] x)
    {
        var jacobian = new Matrix(Inequalities, x.Length);
        Copy(false, inequalities, x, jacobian);
        for (int k = 0; k < lower.Length; k++)
            jacobian[inequalities + k, lower[k]] = -1;
        for (int k = 0; k < upper.Length; k++)
            jacobian[inequalities + lower.Length + k, upper[k]] = 1;
        return jacobian;
    }

    public Matrix EqualityJacobian(double[] x)
    {
        var jacobian = new Matrix(Equalities, x.Length);
        Copy(true, equalities, x, jacobian);
        for (int k = 0; k < isFixed.Length; k++)
            jacobian[equalities + k, isFixed[k]] = 1;
        return jacobian;
    }

    /// <summary>The Hessian of the Lagrange function.</summary>
    public Matrix Hessian(double[] x, ReadOnlySpan<double> z, ReadOnlySpan<double> nu)
    {
        Matrix hessian = oracle.Hessian(x).Copy();
        if (inequalities > 0)
            Vectors.Add(hessian.Elements, 1, oracle.ConstraintHessian(false, x, z[..inequalities]).Elements);
        if (equalities > 0)
            Vectors.Add(hessian.Elements, 1, oracle.ConstraintHessian(true, x, nu[..equalities]).Elements);
        return hessian;
    }

    /// <summary>The multipliers in the order of the user's constraints.</summary>
    public Multipliers<double> Multipliers(int variables, ReadOnlySpan<double> z, ReadOnlySpan<double> nu)
    {
        var atLower = new double[oracle.Lower is null ? 0 : variables];
        var atUpper = new double[atLower.Length];
        for (int k = 0; k < lower.Length; k++)
            atLower[lower[k]] = z[inequalities + k];
        for (int k = 0; k < upper.Length; k++)
            atUpper[upper[k]] = z[inequalities + lower.Length + k];
        for (int k = 0; k < isFixed.Length; k++)
            (atLower[isFixed[k]], atUpper[isFixed[k]]) = (Math.Max(0, -nu[equalities + k]), Math.Max(0, nu[equalities + k]));
        return new([.. z[..inequalities]], [.. nu[..equalities]], [.. atLower], [.. atUpper]);
    }

    /// <summary>The start, moved away from its bounds, where the barrier is infinite.</summary>
    public double[] Inside(double[] start)
    {
        const double Fraction = 0.01;
        double[] x = [.. start];
        if (oracle.Lower is not { } low || oracle.Upper is not { } high)
            return x;
        for (int i = 0; i < x.Length; i++)
        {
            double width = double.IsFinite(low[i]) && double.IsFinite(high[i]) ? Fraction * (high[i] - low[i]) : double.PositiveInfinity;
            double least = double.IsFinite(low[i]) ? low[i] + Math.Min(Fraction * Math.Max(1, Math.Abs(low[i])), width) : low[i];
            double most = double.IsFinite(high[i]) ? high[i] - Math.Min(Fraction * Math.Max(1, Math.Abs(high[i])), width) : high[i];
            x[i] = least <= most ? Math.Clamp(x[i], least, most) : low[i];
        }
        return x;
    }

    void Copy(bool isEquality, int rows, double[] x, Matrix jacobian)
    {
        if (rows == 0)
            return;
        Matrix own = oracle.ConstraintJacobian(isEquality, x);
        if (own.Rows != rows)
            throw new ArgumentException($"jacobian of constraints must hold one row per constraint: expected {rows}, got {own.Rows}.");
        own.Elements.CopyTo(jacobian.Elements);
    }

    static double[] Checked(double[] values, int expected) => values.Length == expected ? values
        : throw new ArgumentException($"constraints must be as many at every point: expected {expected}, got {values.Length}.");
}
