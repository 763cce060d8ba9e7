namespace ParityNet.Native.LinearAlgebra;

/// <summary>A matrix of double precision, row-major.</summary>
sealed class Matrix(int rows, int columns)
{
    readonly double[] elements = new double[checked(rows * columns)];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Span<double> Elements => elements;

    public ref double this[int i, int j] => ref elements[i * Columns + j];

    public Span<double> Row(int i) => elements.AsSpan(i * Columns, Columns);

    public Matrix Copy()
    {
        var copy = new Matrix(Rows, Columns);
        elements.CopyTo(copy.elements, 0);
        return copy;
    }

    public double[] Times(ReadOnlySpan<double> v)
    {
        var product = new double[Rows];
        for (int i = 0; i < Rows; i++)
            product[i] = Vectors.Dot(Row(i), v);
        return product;
    }

    public double[] TransposedTimes(ReadOnlySpan<double> v)
    {
        var product = new double[Columns];
        for (int i = 0; i < Rows; i++)
            Vectors.Add(product, v[i], Row(i));
        return product;
    }

    public static Matrix Of(ReadOnlySpan<double> elements, int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        elements.CopyTo(matrix.elements);
        return matrix;
    }
}
