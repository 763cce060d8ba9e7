using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>The smallest and the largest value of each variable.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Lower">One number per variable; −∞ where there is no bound.</param>
/// <param name="Upper">One number per variable, at least as large as the lower one; +∞ where there is no bound.</param>
public sealed record Bounds<T>(ImmutableArray<T> Lower, ImmutableArray<T> Upper) where T : unmanaged, IFloatingPointIeee754<T>;
