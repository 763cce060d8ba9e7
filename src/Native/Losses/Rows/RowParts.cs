using ParityNet.Native.Rows;

namespace ParityNet.Native.Losses;

/// <summary>What a kernel reads of the rows in a block, and where it leaves their derivatives: in place of what it read.</summary>
/// <remarks>
/// Where a row was given a class index its targets are one-hot; where no weights were given they are 1. Elements beyond the end of a split
/// row are 0.
/// </remarks>
unsafe struct RowParts
{
    public double* X, Target, Weight, Spare;
    public RowLayout Layout;

    /// <summary>
    /// Whether targets come from class indices: then classes with a target of 0 have no part in the row, whatever their scores are.
    /// </summary>
    public bool Labelled;

    /// <summary>Whether any derivatives are wanted.</summary>
    public bool Derivatives;

    /// <summary>One past the last position of a lane.</summary>
    public readonly nint End => Layout.Depth * RowBlocks.Side;

    /// <summary>The same rows from a lane on.</summary>
    public readonly RowParts From(int lane) => this with { X = X + lane, Target = Target + lane, Weight = Weight + lane, Spare = Spare + lane };
}
