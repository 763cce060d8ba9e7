using ParityNet.Native.Rows;

namespace ParityNet.Native.Losses;

/// <summary>The rows of a block as a kernel reads them; the kernel overwrites them with their derivatives.</summary>
/// <remarks>
/// A class index becomes a one-hot target; weights that were not given are 1. Elements beyond the end of a split row are 0.
/// </remarks>
unsafe struct RowParts
{
    public double* X, Target, Weight, Spare;
    public RowLayout Layout;

    /// <summary>
    /// Whether targets come from class indices: then classes with target 0 are masked, whatever their scores are.
    /// </summary>
    public bool Labelled;

    /// <summary>Whether any derivatives are requested.</summary>
    public bool Derivatives;

    /// <summary>One past the last position of a lane.</summary>
    public readonly nint End => Layout.Depth * RowBlocks.Side;

    /// <summary>The same rows, starting at a lane.</summary>
    public readonly RowParts From(int lane) => this with { X = X + lane, Target = Target + lane, Weight = Weight + lane, Spare = Spare + lane };
}
