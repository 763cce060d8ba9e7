using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Initializers;

namespace ParityNet.Parity.Laws;

/// <summary>A backend with its own initializers, which laws check instead of the specs'.</summary>
interface IOwnInitializers
{
    /// <summary>Draws a tensor.</summary>
    Tensor<T> Draw<T>(InitializerSpec spec, ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>;
}
