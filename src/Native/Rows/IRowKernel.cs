using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>What is computed of each row. A row's result depends on its length and its elements alone, not on its neighbours.</summary>
unsafe interface IRowKernel
{
    /// <summary>How many scratch blocks it needs.</summary>
    int Scratch { get; }

    /// <summary>Handles the rows of a block.</summary>
    /// <param name="layout">Where rows lie.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="scratch">Scratch memory.</param>
    void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>;
}
