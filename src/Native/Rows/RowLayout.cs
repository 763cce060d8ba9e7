namespace ParityNet.Native.Rows;

/// <summary>Where the rows of a dense tensor lie: along one dimension of it.</summary>
/// <param name="Length">The elements of a row.</param>
/// <param name="Inner">The elements between two of a row: the product of the later dimensions.</param>
/// <param name="Count">The number of rows.</param>
readonly record struct RowLayout(nint Length, nint Inner, nint Count)
{
    public static RowLayout Along(ReadOnlySpan<nint> shape, int dimension) =>
        new(shape[dimension], Shape.Count(shape[(dimension + 1)..]), Shape.Count(shape[..dimension]) * Shape.Count(shape[(dimension + 1)..]));

    /// <summary>The place of a row's first element.</summary>
    public nint Start(nint row) => row / Inner * (Length * Inner) + row % Inner;
}
