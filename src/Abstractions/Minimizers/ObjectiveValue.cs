using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>An objective's value and gradient at one point.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">f.</param>
/// <param name="Gradient">∇f: one number per variable.</param>
public sealed record ObjectiveValue<T>(T Value, T[] Gradient) where T : unmanaged, IFloatingPointIeee754<T>;
