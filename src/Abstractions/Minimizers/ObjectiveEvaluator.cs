using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>Evaluates an objective for a minimizer: counts calls, checks the sizes of what comes back, and makes what the objective lacks.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="objective">The objective.</param>
/// <param name="variables">The number of variables.</param>
/// <param name="counts">The evaluations done so far.</param>
/// <param name="differenced">What was made from differences so far.</param>
public sealed partial class ObjectiveEvaluator<T>(
    Objective<T> objective, int variables, EvaluationCounts counts, Differenced differenced = Differenced.None)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The evaluations done.</summary>
    public EvaluationCounts Counts { get; private set; } = counts;

    /// <summary>What was made from differences.</summary>
    public Differenced Differenced { get; private set; } = differenced;

    /// <summary>The objective.</summary>
    public Objective<T> Objective { get; } = objective;

    /// <summary>The number of variables.</summary>
    public int Variables { get; } = variables;

    /// <summary>f(x).</summary>
    /// <param name="x">The point.</param>
    /// <returns>The value.</returns>
    public T Value(ReadOnlySpan<T> x)
    {
        Counts = Counts with { Value = Counts.Value + 1 };
        return Objective.Value(x.ToArray());
    }

    /// <summary>∇f(x).</summary>
    /// <param name="x">The point.</param>
    /// <returns>One number per variable.</returns>
    public T[] Gradient(ReadOnlySpan<T> x)
    {
        if (Objective.Gradient is { } gradient)
        {
            Counts = Counts with { Gradient = Counts.Gradient + 1 };
            return Vector(gradient(x.ToArray()), Variables, "gradient", "variable");
        }
        return Objective.ValueAndGradient is not null ? ValueAndGradient(x).Gradient
            : Objective.Residuals is not null ? OfSquares(Residuals(x), Jacobian(x))
            : GradientOfValues(x);
    }

    /// <summary>f(x) and ∇f(x).</summary>
    /// <param name="x">The point.</param>
    /// <returns>Both.</returns>
    public ObjectiveValue<T> ValueAndGradient(ReadOnlySpan<T> x)
    {
        if (Objective.ValueAndGradient is not { } both)
        {
            if (Objective.Gradient is null && Objective.Residuals is not null)
            {
                T[] residuals = Residuals(x);
                return new(Minimizers.Objective.SumOfSquares(residuals), OfSquares(residuals, Jacobian(x)));
            }
            T value = Value(x);
            return new(value, Gradient(x));
        }
        Counts = Counts with { Value = Counts.Value + 1, Gradient = Counts.Gradient + 1 };
        ObjectiveValue<T> at = both(x.ToArray());
        return at with { Gradient = Vector(at.Gradient, Variables, "gradient", "variable") };
    }

    /// <summary>∇²f(x).</summary>
    /// <param name="x">The point.</param>
    /// <returns>A symmetric matrix.</returns>
    public T[,] Hessian(ReadOnlySpan<T> x)
    {
        if (Objective.Hessian is { } hessian)
        {
            Counts = Counts with { Hessian = Counts.Hessian + 1 };
            return Matrix(hessian(x.ToArray()), Variables, "hessian", "variable");
        }
        if (Objective.HessianProduct is null)
            return HessianOfGradients(x);
        var columns = new T[Variables, Variables];
        for (int j = 0; j < Variables; j++)
        {
            var unit = new T[Variables];
            unit[j] = T.One;
            T[] column = HessianProduct(x, unit);
            for (int i = 0; i < Variables; i++)
                columns[i, j] = column[i];
        }
        return Symmetric(columns);
    }

    /// <summary>∇²f(x)·v.</summary>
    /// <param name="x">The point.</param>
    /// <param name="v">The vector.</param>
    /// <returns>One number per variable.</returns>
    public T[] HessianProduct(ReadOnlySpan<T> x, ReadOnlySpan<T> v)
    {
        if (Objective.HessianProduct is { } product)
        {
            Counts = Counts with { Hessian = Counts.Hessian + 1 };
            return Vector(product(x.ToArray(), v.ToArray()), Variables, "hessian product", "variable");
        }
        return Objective.Hessian is not null ? Times(Hessian(x), v) : ProductOfGradients(x, v);
    }

    /// <summary>r(x).</summary>
    /// <param name="x">The point.</param>
    /// <returns>One number per residual.</returns>
    public T[] Residuals(ReadOnlySpan<T> x)
    {
        Counts = Counts with { Value = Counts.Value + 1 };
        return Vector(Objective.Residuals!(x.ToArray()), null, "residuals", "residual");
    }

    /// <summary>The derivatives of the residuals.</summary>
    /// <param name="x">The point.</param>
    /// <returns>One row per residual and one column per variable.</returns>
    public T[,] Jacobian(ReadOnlySpan<T> x)
    {
        if (Objective.Jacobian is not { } jacobian)
        {
            Differenced |= Differenced.Jacobian;
            return Differences(x, Residuals);
        }
        Counts = Counts with { Gradient = Counts.Gradient + 1 };
        return Matrix(jacobian(x.ToArray()), null, "jacobian", "residual");
    }

    /// <summary>The values of constraints.</summary>
    /// <param name="constraints">The inequalities or the equalities of the objective.</param>
    /// <param name="x">The point.</param>
    /// <returns>One number per constraint.</returns>
    public T[] Values(Constraints<T> constraints, ReadOnlySpan<T> x)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        return Vector(constraints.Values(x.ToArray()), null, "constraints", "constraint");
    }

    /// <summary>The derivatives of constraints.</summary>
    /// <param name="constraints">The inequalities or the equalities of the objective.</param>
    /// <param name="x">The point.</param>
    /// <returns>One row per constraint and one column per variable.</returns>
    public T[,] Jacobian(Constraints<T> constraints, ReadOnlySpan<T> x)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        if (constraints.Jacobian is { } jacobian)
            return Matrix(jacobian(x.ToArray()), null, "jacobian of constraints", "constraint");
        Differenced |= Differenced.Constraints;
        return Differences(x, at => Values(constraints, at));
    }

    /// <summary><c>Σ λᵢ∇²cᵢ(x)</c>.</summary>
    /// <param name="constraints">The inequalities or the equalities of the objective.</param>
    /// <param name="x">The point.</param>
    /// <param name="multipliers">λ: one number per constraint.</param>
    /// <returns>A symmetric matrix.</returns>
    public T[,] Hessian(Constraints<T> constraints, ReadOnlySpan<T> x, ReadOnlySpan<T> multipliers)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        if (constraints.Hessian is { } hessian)
            return Matrix(hessian(x.ToArray(), multipliers.ToArray()), Variables, "hessian of constraints", "variable");
        Differenced |= Differenced.Constraints;
        T[] weights = multipliers.ToArray();
        return Symmetric(Differences(x, at => TransposedTimes(Jacobian(constraints, at), weights)));
    }

    /// <summary>2Jᵀr.</summary>
    /// <param name="residuals">r.</param>
    /// <param name="jacobian">J.</param>
    /// <returns>One number per variable.</returns>
    public T[] OfSquares(T[] residuals, T[,] jacobian)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(jacobian);
        if (jacobian.GetLength(0) != residuals.Length)
            throw new ArgumentException($"jacobian must hold one row per residual: expected {residuals.Length}, got {jacobian.GetLength(0)}.");
        return TransposedTimes(jacobian, Array.ConvertAll(residuals, static r => r + r));
    }

    static T[] Vector(T[] vector, int? length, string what, string each)
    {
        int got = vector?.Length ?? 0;
        return got > 0 && (length ?? got) == got ? vector!
            : throw new ArgumentException($"{what} must hold one number per {each}: expected {length?.ToString() ?? "at least 1"}, got {got}.");
    }

    T[,] Matrix(T[,] matrix, int? rows, string what, string each)
    {
        int got = matrix?.GetLength(0) ?? 0, columns = matrix?.GetLength(1) ?? 0;
        return got > 0 && (rows ?? got) == got && columns == Variables ? matrix!
            : throw new ArgumentException(
                $"{what} must hold one row per {each} and one column per variable: expected {rows?.ToString() ?? "rows"} by {Variables}, " +
                $"got {got} by {columns}.");
    }
}
