using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>
/// A random semi-orthogonal matrix, uniformly distributed: its rows, or its columns where they are fewer, are orthogonal and of one norm.
/// </summary>
/// <remarks>
/// <c>g·Q</c>, where QR is the factorization of a matrix of normal numbers with a positive diagonal in R. Dimensions after the first are
/// flattened. A. M. Saxe, J. L. McClelland and S. Ganguli, 2014. Same distribution as <c>torch.nn.init.orthogonal_</c>.
/// </remarks>
/// <param name="Gain">g: the norm; finite.</param>
public sealed record Orthogonal(double Gain = 1) : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>The norm; finite.</summary>
    public double Gain { get; init => field = Require.Finite(value); } = Require.Finite(Gain);

    /// <inheritdoc/>
    public override string Name => "orthogonal";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples => [new Orthogonal(), new Orthogonal(Math.Sqrt(2))];

    /// <inheritdoc/>
    public override void Check(ReadOnlySpan<nint> shape) => CheckMatrix(shape);

    /// <summary>Each direction takes its part of every other off, by a product and a sum, twice.</summary>
    /// <inheritdoc/>
    public override double Multiplications(ReadOnlySpan<nint> shape)
    {
        double numbers = Shape.Extent(shape), rows = Shape.Extent(shape[..1]);
        return 4 * numbers * Math.Min(rows, numbers / rows);
    }

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int rows = (int)shape[0], columns = rows == 0 ? 0 : numbers.Length / rows;
        int length = Math.Max(rows, columns);
        var directions = new double[Math.Min(rows, columns)][];
        for (int i = 0; i < directions.Length; i++)
            directions[i] = Direction(length, directions.AsSpan(0, i), random);
        for (int i = 0; i < directions.Length; i++)
            for (int j = 0; j < length; j++)
                numbers[rows < columns ? i * columns + j : j * columns + i] = Gain * directions[i][j];
    }

    // Gram–Schmidt twice: the second pass removes the rounding error of the first.
    static double[] Direction(int length, ReadOnlySpan<double[]> others, Xoshiro random)
    {
        var direction = new double[length];
        FillNormal(direction, 1, random);
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] other in others)
                Add(direction, -Dot(direction, other), other);
            Add(direction, 1 / Math.Sqrt(Dot(direction, direction)) - 1, direction);
        }
        return direction;
    }

    static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    static void Add(double[] to, double factor, double[] what)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] += factor * what[i];
    }
}
