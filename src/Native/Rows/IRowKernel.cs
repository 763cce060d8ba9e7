using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>A kernel over rows. The result of a row depends only on its length and its elements, not on its neighbours.</summary>
unsafe interface IRowKernel
{
    /// <summary>The number of scratch blocks it needs.</summary>
    int Scratch { get; }

    /// <summary>Processes the rows of a block.</summary>
    /// <param name="layout">The layout of the rows.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="scratch">Scratch memory.</param>
    void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>;
}
