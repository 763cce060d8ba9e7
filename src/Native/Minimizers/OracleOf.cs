using System.Numerics;
using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The objective of one type, in double precision.</summary>
/// <param name="evaluator">The objective.</param>
/// <param name="isOfSquares">Whether value and gradient come from residuals and Jacobian, which are then at hand.</param>
sealed class Oracle<T>(ObjectiveEvaluator<T> evaluator, bool isOfSquares) : Oracle where T : unmanaged, IFloatingPointIeee754<T>
{
    public override EvaluationCounts Counts => evaluator.Counts;

    public override Differenced Differenced => evaluator.Differenced;

    public override int Variables => evaluator.Variables;

    public override double Epsilon => typeof(T) == typeof(float) ? 1.0 / (1 << 23) : 1.0 / (1L << 52);

    public override double[]? Lower => evaluator.Objective.Bounds is { } bounds ? Numbers.Wide<T>(bounds.Lower.AsSpan()) : null;

    public override double[]? Upper => evaluator.Objective.Bounds is { } bounds ? Numbers.Wide<T>(bounds.Upper.AsSpan()) : null;

    public override bool HasInequalities => evaluator.Objective.Inequalities is not null;

    public override bool HasEqualities => evaluator.Objective.Equalities is not null;

    public override void Round(Span<double> x)
    {
        Bounds<T>? bounds = evaluator.Objective.Bounds;
        if (typeof(T) == typeof(double) && bounds is null)
            return;
        for (int i = 0; i < x.Length; i++)
        {
            T rounded = T.CreateChecked(x[i]);
            x[i] = double.CreateChecked(bounds is null ? rounded : T.Min(T.Max(rounded, bounds.Lower[i]), bounds.Upper[i]));
        }
    }

    public override double Rounded(double number) => double.CreateChecked(T.CreateChecked(number));

    (double[] Residuals, Matrix Jacobian)? last;

    public override (double[] Residuals, Matrix Jacobian)? LastSquares => last;

    public override double Value(ReadOnlySpan<double> x) => isOfSquares
        ? Residuals(x) is var r ? Vectors.Dot(r, r) : 0
        : double.CreateChecked(evaluator.Value(Numbers.Narrow<T>(x)));

    public override double[] Gradient(ReadOnlySpan<double> x) => isOfSquares
        ? GradientOf(Residuals(x), x)
        : Numbers.Wide<T>(evaluator.Gradient(Numbers.Narrow<T>(x)));

    double[] GradientOf(double[] residuals, ReadOnlySpan<double> x)
    {
        Matrix jacobian = Jacobian(x);
        if (jacobian.Rows != residuals.Length)
            throw new ArgumentException($"jacobian must hold one row per residual: expected {residuals.Length}, got {jacobian.Rows}.");
        last = (residuals, jacobian);
        return jacobian.TransposedTimes(Vectors.Times(2, residuals));
    }

    public override (double Value, double[] Gradient) ValueAndGradient(ReadOnlySpan<double> x)
    {
        if (isOfSquares)
        {
            double[] r = Residuals(x);
            return (Vectors.Dot(r, r), GradientOf(r, x));
        }
        ObjectiveValue<T> at = evaluator.ValueAndGradient(Numbers.Narrow<T>(x));
        return (double.CreateChecked(at.Value), Numbers.Wide<T>(at.Gradient));
    }

    public override Matrix Hessian(ReadOnlySpan<double> x) => Numbers.Wide(evaluator.Hessian(Numbers.Narrow<T>(x)));

    public override double[] HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v) =>
        Numbers.Wide<T>(evaluator.HessianProduct(Numbers.Narrow<T>(x), Numbers.Narrow<T>(v)));

    public override double[] Residuals(ReadOnlySpan<double> x) => Numbers.Wide<T>(evaluator.Residuals(Numbers.Narrow<T>(x)));

    public override Matrix Jacobian(ReadOnlySpan<double> x) => Numbers.Wide(evaluator.Jacobian(Numbers.Narrow<T>(x)));

    public override double[] Constraints(bool equalities, ReadOnlySpan<double> x) =>
        Numbers.Wide<T>(evaluator.Values(Of(equalities), Numbers.Narrow<T>(x)));

    public override Matrix ConstraintJacobian(bool equalities, ReadOnlySpan<double> x) =>
        Numbers.Wide(evaluator.Jacobian(Of(equalities), Numbers.Narrow<T>(x)));

    public override Matrix ConstraintHessian(bool equalities, ReadOnlySpan<double> x, ReadOnlySpan<double> multipliers) =>
        Numbers.Wide(evaluator.Hessian(Of(equalities), Numbers.Narrow<T>(x), Numbers.Narrow<T>(multipliers)));

    Constraints<T> Of(bool equalities) => (equalities ? evaluator.Objective.Equalities : evaluator.Objective.Inequalities)!;
}
