using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Minimizers;

/// <summary>Builds objectives from functions of one's own.</summary>
public static class Objective
{
    /// <summary>An objective from a function and, where they are known, its derivatives.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="value">f.</param>
    /// <param name="gradient">∇f; null for finite differences.</param>
    /// <param name="hessian">∇²f; null where it is not known.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> Of<T>(Func<T[], T> value, Func<T[], T[]>? gradient = null, Func<T[], T[,]>? hessian = null)
        where T : unmanaged, IFloatingPointIeee754<T> => new(value) { Gradient = gradient, Hessian = hessian };

    /// <summary>The sum of squares of residuals, <c>f(x) = Σ rᵢ(x)²</c>.</summary>
    /// <remarks>As MINPACK and NIST have it; <c>scipy.optimize.least_squares</c> reports half of it as its cost.</remarks>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="residuals">r: from the variables to one number per residual.</param>
    /// <param name="jacobian">J: one row per residual and one column per variable; null for finite differences.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> LeastSquares<T>(Func<T[], T[]> residuals, Func<T[], T[,]>? jacobian = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(residuals);
        return new(x => SumOfSquares(residuals(x))) { Residuals = residuals, Jacobian = jacobian };
    }

    /// <summary>The training loss of a model on one batch, as a function of all its parameters.</summary>
    /// <remarks>
    /// The variables are those of <see cref="Models.ModelSpec.ToVector"/>, value and gradient the backend's own. A squared error without batch
    /// normalization, with one target per output, also has residuals, <c>(yᵢ − tᵢ)/√n</c> for a mean, and their Jacobian from one backward pass
    /// per output and example. Products with the Hessian come from differences of gradients.
    /// </remarks>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="model">The model, with its loss, on any backend; without dropout, which would be another function at every evaluation.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">The input does not fit, or the model has dropout.</exception>
    public static Objective<T> OfModel<T>(IModel<T> model, Tensor<T> input, Operand<T> target) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Spec.Dropouts.IsEmpty)
            throw new ArgumentException(
                $"{nameof(model)} must give the same loss for the same parameters: expected no dropout, got {model.Spec.Dropouts[0].Name}.");
        return new ModelObjective<T>(model, input, target).Build();
    }

    /// <summary>−f, whose minimum is the maximum of f. Residuals, which would not be those of −f, are left out.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">f.</param>
    /// <returns>The objective −f, under the same bounds and constraints.</returns>
    public static Objective<T> Negated<T>(this Objective<T> objective) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective with
        {
            Value = x => -objective.Value(x),
            Gradient = objective.Gradient is { } gradient ? x => Minus(gradient(x)) : null,
            ValueAndGradient = objective.ValueAndGradient is { } both ? x => both(x) is var at ? new(-at.Value, Minus(at.Gradient)) : null : null,
            Hessian = objective.Hessian is { } hessian ? x => Minus(hessian(x)) : null,
            HessianProduct = objective.HessianProduct is { } product ? (x, v) => Minus(product(x, v)) : null,
            Residuals = null,
            Jacobian = null,
        };
    }

    /// <summary>The same objective with products of its Hessian and a vector.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="product">∇²f(x)·v, from the variables and the vector.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> WithHessianProduct<T>(this Objective<T> objective, Func<T[], T[], T[]> product)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective with { HessianProduct = product };
    }

    /// <summary>The same objective under bounds of the variables.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="lower">One number per variable; −∞ where there is no bound.</param>
    /// <param name="upper">One number per variable; +∞ where there is no bound.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> Within<T>(this Objective<T> objective, T[] lower, T[] upper) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective with { Bounds = new([.. lower], [.. upper]) };
    }

    /// <summary>The same objective where functions must be at most 0; they replace earlier ones.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="values">g: one number per constraint.</param>
    /// <param name="jacobian">One row per constraint and one column per variable; null for finite differences.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> AtMost0<T>(this Objective<T> objective, Func<T[], T[]> values, Func<T[], T[,]>? jacobian = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective with { Inequalities = new(values) { Jacobian = jacobian } };
    }

    /// <summary>The same objective where functions must be 0; they replace earlier ones.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="values">h: one number per constraint.</param>
    /// <param name="jacobian">One row per constraint and one column per variable; null for finite differences.</param>
    /// <returns>The objective.</returns>
    public static Objective<T> Equal0<T>(this Objective<T> objective, Func<T[], T[]> values, Func<T[], T[,]>? jacobian = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective with { Equalities = new(values) { Jacobian = jacobian } };
    }

    // In double, so that float has no rounding but the last.
    internal static T SumOfSquares<T>(T[] residuals) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T residual in residuals)
        {
            double r = double.CreateChecked(residual);
            sum += r * r;
        }
        return T.CreateChecked(sum);
    }

    static T[] Minus<T>(T[] vector) where T : unmanaged, IFloatingPointIeee754<T> => Array.ConvertAll(vector, static number => -number);

    static T[,] Minus<T>(T[,] matrix) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var negated = new T[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.GetLength(0); i++)
            for (int j = 0; j < matrix.GetLength(1); j++)
                negated[i, j] = -matrix[i, j];
        return negated;
    }
}
