using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>Where the rows of a dense tensor lie: along one dimension of it.</summary>
/// <param name="Length">The elements of a row.</param>
/// <param name="Inner">The elements between two of a row: the product of the later dimensions.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Whole">Whether even a long row stays in one lane.</param>
readonly record struct RowLayout(nint Length, nint Inner, nint Count, bool Whole)
{
    /// <summary>
    /// From this length on a row is split over the lanes of a block; it depends on nothing else, so that a row's bits do not either.
    /// </summary>
    const int LongRow = 64;

    public static RowLayout Along(ReadOnlySpan<nint> shape, int dimension, Plan plan) =>
        new(shape[dimension], Shape.Count(shape[(dimension + 1)..]), Shape.Count(shape[..dimension]) * Shape.Count(shape[(dimension + 1)..]), plan.IsWide);

    /// <summary>Whether a block holds one row, a part of it in each lane, instead of one row in each lane.</summary>
    public bool Split => Length >= LongRow && !Whole;

    /// <summary>The rows of a block.</summary>
    public int RowsTogether => Split ? 1 : RowBlocks.Side;

    /// <summary>The elements of each lane of a block.</summary>
    public nint Depth => Split ? (Length + RowBlocks.Side - 1) / RowBlocks.Side : Length;

    /// <summary>The row that stands in a lane of a block.</summary>
    public nint Row(nint first, int lane) => Split ? first : first + lane;

    /// <summary>The index in its row of the first element of a lane.</summary>
    public int Offset(int lane) => Split ? lane : 0;

    /// <summary>The indices between two elements of a lane.</summary>
    public int Step => Split ? RowBlocks.Side : 1;

    /// <summary>The elements that a lane has.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="rows">The rows of the block.</param>
    public nint Present(int lane, int rows) => Split ? (Length - lane + RowBlocks.Side - 1) / RowBlocks.Side : lane < rows ? Length : 0;

    /// <summary>Whether the rows of a block lie side by side, so that neighbouring lanes are neighbours in memory.</summary>
    public bool SideBySide(nint first, int rows) => !Split && Inner >= RowBlocks.Side && rows == RowBlocks.Side && first % Inner <= Inner - RowBlocks.Side;

    /// <summary>The position of a row's first element.</summary>
    public nint Start(nint row) => Inner == 1 ? row * Length : row / Inner * (Length * Inner) + row % Inner;
}
