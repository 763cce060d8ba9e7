using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Cases;

/// <summary>One thing that a case computes.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Name"><c>value</c>, <c>grads.input</c>, <c>params[0]</c>, <c>state.exp_avg[0]</c>, as the <c>eval</c> protocol names them.</param>
/// <param name="Values">What was computed.</param>
public sealed record Quantity<T>(string Name, Tensor<T> Values) where T : unmanaged, IFloatingPointIeee754<T>;
