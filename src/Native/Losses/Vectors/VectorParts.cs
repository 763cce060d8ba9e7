using ParityNet.Native.Rows;

namespace ParityNet.Native.Losses;

/// <summary>The rows of a block as a loss of vectors reads them, and the blocks of their derivatives; null where they are not requested.</summary>
unsafe struct VectorParts
{
    public double* X, Y, Z, ByX, ByY, ByZ;

    /// <summary>The length of the rows.</summary>
    public nint Length;

    /// <summary>One past the last position of a lane.</summary>
    public readonly nint End => Length * RowBlocks.Side;

    /// <summary>The same rows, starting at a lane.</summary>
    public readonly VectorParts From(int lane) => this with
    {
        X = X + lane,
        Y = Y + lane,
        Z = Z + lane,
        ByX = ByX == null ? null : ByX + lane,
        ByY = ByY == null ? null : ByY + lane,
        ByZ = ByZ == null ? null : ByZ + lane,
    };
}
