using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>A vector of constraint functions with their derivatives.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Values">c: from the variables to one number per constraint.</param>
public sealed record Constraints<T>(Func<T[], T[]> Values) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The derivatives, one row per constraint and one column per variable; null for finite differences.</summary>
    public Func<T[], T[,]>? Jacobian { get; init; }

    /// <summary><c>Σ λᵢ∇²cᵢ(x)</c>, from the variables and the multipliers λ; null for finite differences of the Jacobian.</summary>
    public Func<T[], T[], T[,]>? Hessian { get; init; }
}
