using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>A function to minimize, with the derivatives, bounds and constraints that are known of it.</summary>
/// <remarks>
/// The problem is <c>min f(x)</c> subject to <c>g(x) ≤ 0</c>, <c>h(x) = 0</c> and <c>l ≤ x ≤ u</c>. What a method needs and the objective lacks is
/// made from what it has: the gradient from the Jacobian of the residuals, a product with the Hessian from the Hessian, anything else by finite
/// differences, which the result then says. Functions get an array of their own and return a new one; to maximize f, minimize
/// <see cref="Objective.Negated"/>.
/// </remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">f: from the variables to the value. NaN or +∞ where it is not defined.</param>
public sealed record Objective<T>(Func<T[], T> Value) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of variables; null where any number will do.</summary>
    public int? Variables { get; init; }

    /// <summary>∇f: one number per variable.</summary>
    public Func<T[], T[]>? Gradient { get; init; }

    /// <summary>Value and gradient in one pass, where that is cheaper than one after the other.</summary>
    public Func<T[], ObjectiveValue<T>>? ValueAndGradient { get; init; }

    /// <summary>∇²f: a symmetric matrix.</summary>
    public Func<T[], T[,]>? Hessian { get; init; }

    /// <summary>∇²f(x)·v, from the variables and the vector.</summary>
    public Func<T[], T[], T[]>? HessianProduct { get; init; }

    /// <summary>r: the residuals, where f is their sum of squares <c>Σ rᵢ²</c>.</summary>
    public Func<T[], T[]>? Residuals { get; init; }

    /// <summary>J: the derivatives of the residuals, one row per residual and one column per variable.</summary>
    public Func<T[], T[,]>? Jacobian { get; init; }

    /// <summary>g: what must be at most 0; null for none.</summary>
    public Constraints<T>? Inequalities { get; init; }

    /// <summary>h: what must be 0; null for none.</summary>
    public Constraints<T>? Equalities { get; init; }

    /// <summary>l and u: the bounds of the variables; null for none.</summary>
    public Bounds<T>? Bounds { get; init; }

    /// <summary>Whether the variables are restricted by bounds or constraints.</summary>
    public bool IsConstrained => Inequalities is not null || Equalities is not null || Bounds is not null;
}
