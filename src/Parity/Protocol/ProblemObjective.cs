using System.Numerics;
using ParityNet.Minimizers;

namespace ParityNet.Parity;

/// <summary>The objective of a built-in problem in another type: computed in double, and rounded.</summary>
static class ProblemObjective
{
    public static Objective<T> As<T>(Objective<double> right) where T : unmanaged, IFloatingPointIeee754<T> => right as Objective<T> ?? new(
        x => T.CreateChecked(right.Value(Wide(x))))
    {
        Variables = right.Variables,
        Gradient = Vector<T>(right.Gradient),
        Hessian = Matrix<T>(right.Hessian),
        Residuals = Vector<T>(right.Residuals),
        Jacobian = Matrix<T>(right.Jacobian),
        Inequalities = Constraints<T>(right.Inequalities),
        Equalities = Constraints<T>(right.Equalities),
        Bounds = right.Bounds is { } bounds
            ? new([.. bounds.Lower.Select(T.CreateChecked)], [.. bounds.Upper.Select(T.CreateChecked)])
            : null,
    };

    static Constraints<T>? Constraints<T>(Constraints<double>? right) where T : unmanaged, IFloatingPointIeee754<T> => right is null ? null : new(
        Vector<T>(right.Values)!)
    {
        Jacobian = Matrix<T>(right.Jacobian),
        Hessian = right.Hessian is { } hessian ? (x, weights) => Narrow<T>(hessian(Wide(x), Wide(weights))) : null,
    };

    static Func<T[], T[]>? Vector<T>(Func<double[], double[]>? right) where T : unmanaged, IFloatingPointIeee754<T> =>
        right is null ? null : x => Array.ConvertAll(right(Wide(x)), T.CreateChecked);

    static Func<T[], T[,]>? Matrix<T>(Func<double[], double[,]>? right) where T : unmanaged, IFloatingPointIeee754<T> =>
        right is null ? null : x => Narrow<T>(right(Wide(x)));

    static double[] Wide<T>(T[] x) where T : unmanaged, IFloatingPointIeee754<T> => Array.ConvertAll(x, double.CreateChecked);

    static T[,] Narrow<T>(double[,] matrix) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var narrow = new T[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.GetLength(0); i++)
            for (int j = 0; j < matrix.GetLength(1); j++)
                narrow[i, j] = T.CreateChecked(matrix[i, j]);
        return narrow;
    }
}
