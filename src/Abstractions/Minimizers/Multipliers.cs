using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>
/// The Lagrange multipliers of a problem with constraints: at a solution <c>∇f + Jgᵀλ + Jhᵀν − z_l + z_u = 0</c>, with λ, z_l and z_u at least 0.
/// </summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Inequalities">λ: one per inequality; 0 where it is not active.</param>
/// <param name="Equalities">ν: one per equality, of either sign.</param>
/// <param name="Lower">z_l: one per variable where there are bounds, else none; 0 where the lower bound is not active.</param>
/// <param name="Upper">z_u: one per variable where there are bounds, else none; 0 where the upper bound is not active.</param>
public sealed record Multipliers<T>(
    ImmutableArray<T> Inequalities, ImmutableArray<T> Equalities, ImmutableArray<T> Lower, ImmutableArray<T> Upper)
    where T : unmanaged, IFloatingPointIeee754<T>;
