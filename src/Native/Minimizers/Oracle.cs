using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The objective as methods see it: in double precision, whatever its own type.</summary>
abstract class Oracle
{
    public abstract EvaluationCounts Counts { get; }

    public abstract Differenced Differenced { get; }

    public abstract int Variables { get; }

    /// <summary>The rounding error of the objective's type, relative to 1.</summary>
    public abstract double Epsilon { get; }

    /// <summary>Rounds a point to numbers of the objective's type, within its bounds.</summary>
    public abstract void Round(Span<double> x);

    /// <summary>A number as the objective's type holds it: what is smaller than its rounding decides nothing.</summary>
    public abstract double Rounded(double number);

    public abstract double Value(ReadOnlySpan<double> x);

    public abstract double[] Gradient(ReadOnlySpan<double> x);

    public abstract (double Value, double[] Gradient) ValueAndGradient(ReadOnlySpan<double> x);

    public abstract Matrix Hessian(ReadOnlySpan<double> x);

    public abstract double[] HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v);

    /// <summary>Residuals and Jacobian of the point that <see cref="ValueAndGradient"/> was last asked for, where the oracle is of squares.</summary>
    public abstract (double[] Residuals, Matrix Jacobian)? LastSquares { get; }

    public abstract double[] Residuals(ReadOnlySpan<double> x);

    public abstract Matrix Jacobian(ReadOnlySpan<double> x);

    public abstract double[]? Lower { get; }

    public abstract double[]? Upper { get; }

    public abstract bool HasInequalities { get; }

    public abstract bool HasEqualities { get; }

    public abstract double[] Constraints(bool equalities, ReadOnlySpan<double> x);

    public abstract Matrix ConstraintJacobian(bool equalities, ReadOnlySpan<double> x);

    public abstract Matrix ConstraintHessian(bool equalities, ReadOnlySpan<double> x, ReadOnlySpan<double> multipliers);
}
