using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>A point of the interior point method with slacks, and what the constraints are there.</summary>
/// <param name="X">x.</param>
/// <param name="S">The slacks, greater than 0.</param>
/// <param name="F">f.</param>
/// <param name="C">The inequalities.</param>
/// <param name="H">The equalities.</param>
sealed record InteriorIterate(double[] X, double[] S, double F, double[] C, double[] H)
{
    /// <summary><c>c + s</c>, which is 0 at a solution.</summary>
    public double[] Residual => [.. C.Zip(S, (c, s) => c + s)];

    /// <summary>The violation of the constraints.</summary>
    public double Violation => Vectors.SumAbs(Residual) + Vectors.SumAbs(H);

    public bool IsFinite => double.IsFinite(F) && Vectors.AreFinite(C) && Vectors.AreFinite(H);

    /// <summary>The barrier function <c>f − μ Σ ln s</c>.</summary>
    public double Barrier(double mu)
    {
        double sum = 0;
        foreach (double s in S)
            sum += Math.Log(s);
        return F - mu * sum;
    }

    public static InteriorIterate Of(Oracle oracle, ConstraintSet constraints, double[] x, double[] s) =>
        new(x, s, oracle.Value(x), constraints.InequalitiesAt(x), constraints.EqualitiesAt(x));
}
