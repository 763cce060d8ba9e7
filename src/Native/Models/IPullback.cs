using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Models;

/// <summary>A function that can compute gradients without computing its value.</summary>
interface IPullback<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The gradients, from arguments that were checked when the value was computed.</summary>
    ImmutableDictionary<string, Tensor<T>> Pullback(Operands<T> operands, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent);
}
