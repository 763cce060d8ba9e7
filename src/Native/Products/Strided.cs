namespace ParityNet.Native.Products;

/// <summary>A matrix in memory: where it starts, and how far apart neighbouring rows and columns are.</summary>
readonly unsafe struct Strided<T>(T* start, nint rowStep, nint columnStep) where T : unmanaged
{
    public readonly T* Start = start;

    public readonly nint RowStep = rowStep, ColumnStep = columnStep;

    /// <summary>The same memory, transposed.</summary>
    public Strided<T> Turned => new(Start, ColumnStep, RowStep);

    public T* At(nint row, nint column) => Start + row * RowStep + column * ColumnStep;

    public Strided<T> From(nint row, nint column) => new(At(row, column), RowStep, ColumnStep);

    /// <summary>A matrix whose rows are contiguous.</summary>
    public static Strided<T> OfRows(T* start, nint columns) => new(start, columns, 1);
}
