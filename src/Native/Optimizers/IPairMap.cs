using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>An elementwise function of two tensors.</summary>
interface IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    V Of<V>(V first, V second) where V : struct, ILanes<V, T>;
}
