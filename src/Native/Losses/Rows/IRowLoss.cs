using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of rows.</summary>
interface IRowLoss
{
    /// <summary>Nats or bits.</summary>
    LogBase Base => LogBase.Nats;

    /// <summary>Computes the loss of every row, and the gradients that are wanted.</summary>
    void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>;
}
