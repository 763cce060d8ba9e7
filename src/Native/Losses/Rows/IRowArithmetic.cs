using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss per row, over lanes; called by <see cref="RowLossBlocks{T,K}"/>.</summary>
interface IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Returns the losses of one vector of rows, and overwrites the inputs with their derivatives.</summary>
    /// <param name="at">The rows.</param>
    /// <param name="offset">The index within its row of each lane's first element.</param>
    /// <param name="scale">The factor of the derivatives.</param>
    V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>;
}
