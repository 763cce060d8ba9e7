using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Cases;

/// <summary>One computed quantity of a case: a value, a gradient, a parameter or a slot.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Name"><c>value</c>, <c>grads.input</c>, <c>params[0]</c>, <c>state.exp_avg[0]</c>, as the <c>eval</c> protocol names
/// them.</param>
/// <param name="Values">The computed elements.</param>
public sealed record Quantity<T>(string Name, Tensor<T> Values) where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>One quantity of a case, evaluated by the op's definition.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Name">The name, as in <see cref="Quantity{T}"/>.</param>
/// <param name="Elements">Its elements, row-major.</param>
public sealed record Defined<R>(string Name, ImmutableArray<R> Elements) where R : struct, IReal<R>;
