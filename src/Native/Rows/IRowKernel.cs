using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>What is computed of each row. Rows stand side by side in lanes, so a row's result does not depend on how many there are.</summary>
unsafe interface IRowKernel
{
    /// <summary>How many scratch blocks it needs, each of <see cref="RowBlocks.Side"/> rows.</summary>
    int Scratch { get; }

    /// <summary>Handles up to <see cref="RowBlocks.Side"/> rows.</summary>
    /// <param name="layout">Where rows lie.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="scratch">Scratch memory.</param>
    void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>;
}
