using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Maps pairs of elements.</summary>
static class Elementwise
{
    public static Tensor<T> Of<T>(Tensor<T> a, Tensor<T> b, Func<T, T, T> map) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create([.. a.Flat().ToArray().Zip(b.Flat().ToArray(), map)], a.Lengths);
}
