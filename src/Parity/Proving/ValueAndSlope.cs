using System.Numerics;

namespace ParityNet.Parity.Proving;

/// <summary>The loss of one element and its slope by the prediction.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">The loss.</param>
/// <param name="Slope">Its derivative by the prediction.</param>
public sealed record ValueAndSlope<T>(T Value, T Slope) where T : unmanaged, IFloatingPointIeee754<T>;
