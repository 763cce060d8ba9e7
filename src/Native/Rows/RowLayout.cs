using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>The layout of the rows of a contiguous tensor along one dimension.</summary>
/// <param name="Length">The number of elements of a row.</param>
/// <param name="Inner">The stride between two elements of a row: the product of the trailing dimensions.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Whole">Whether even a long row stays in a single lane.</param>
readonly record struct RowLayout(nint Length, nint Inner, nint Count, bool Whole)
{
    /// <summary>
    /// A row of at least this length is split over the lanes of a block; nothing else decides it, so a row's bits depend on nothing else.
    /// </summary>
    const int LongRow = 64;

    public static RowLayout Along(ReadOnlySpan<nint> shape, int dimension, Plan plan) =>
        new(shape[dimension], Shape.Count(shape[(dimension + 1)..]), Shape.Count(shape[..dimension]) * Shape.Count(shape[(dimension + 1)..]),
            plan.IsWide);

    /// <summary>Whether a block holds one row, split over all lanes, instead of one row per lane.</summary>
    public bool Split => Length >= LongRow && !Whole;

    /// <summary>The number of rows per block.</summary>
    public int RowsTogether => Split ? 1 : RowBlocks.Side;

    /// <summary>The number of elements per lane of a block.</summary>
    public nint Depth => Split ? (Length + RowBlocks.Side - 1) / RowBlocks.Side : Length;

    /// <summary>The row that a lane of a block holds.</summary>
    public nint Row(nint first, int lane) => Split ? first : first + lane;

    /// <summary>The index within its row of a lane's first element.</summary>
    public int Offset(int lane) => Split ? lane : 0;

    /// <summary>The step of the index within the row between two elements of a lane.</summary>
    public int Step => Split ? RowBlocks.Side : 1;

    /// <summary>The number of elements that a lane holds.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="rows">The number of rows of the block.</param>
    public nint Present(int lane, int rows) => Split ? (Length - lane + RowBlocks.Side - 1) / RowBlocks.Side : lane < rows ? Length : 0;

    /// <summary>Whether the rows of a block are adjacent, so that neighbouring lanes are contiguous in memory.</summary>
    public bool SideBySide(nint first, int rows) =>
        !Split && Inner >= RowBlocks.Side && rows == RowBlocks.Side && first % Inner <= Inner - RowBlocks.Side;

    /// <summary>The index of a row's first element in the tensor.</summary>
    public nint Start(nint row) => Inner == 1 ? row * Length : row / Inner * (Length * Inner) + row % Inner;
}
