using System.Numerics;

namespace ParityNet.Parity.Proving;

/// <summary>The loss of one element and its derivative with respect to the prediction.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">The loss.</param>
/// <param name="Derivative">Its derivative with respect to the prediction.</param>
public sealed record ValueAndDerivative<T>(T Value, T Derivative) where T : unmanaged, IFloatingPointIeee754<T>;
