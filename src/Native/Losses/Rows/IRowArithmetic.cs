using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of rows over lanes: <see cref="RowLossBlocks{T,K}"/> feeds it.</summary>
interface IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gives the losses of the rows from the first lane on, and leaves their derivatives.</summary>
    /// <param name="at">The rows.</param>
    /// <param name="offset">The index in its row of each lane's first element.</param>
    /// <param name="scale">What derivatives are multiplied by.</param>
    V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>;
}
