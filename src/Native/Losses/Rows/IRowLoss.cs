using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss per row.</summary>
interface IRowLoss
{
    /// <summary>The base of the logarithm: nats or bits.</summary>
    LogBase Base => LogBase.Nats;

    /// <summary>Computes the loss of every row, and the requested gradients.</summary>
    void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>;
}
