using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Initializers;

/// <summary>An initializer: the distribution from which the elements of a parameter are drawn.</summary>
/// <remarks>
/// Numbers are drawn in <c>double</c> from a seed and rounded once: the same for every backend and on every machine. PyTorch's own
/// generator draws others from the same distribution.
/// </remarks>
public abstract record InitializerSpec : OpSpec
{
    /// <summary>Draws a tensor.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">Its shape.</param>
    /// <param name="seed">The seed of the numbers.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has too few dimensions for this initializer.</exception>
    public Tensor<T> Draw<T>(ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
        Draw<T>(shape, new Xoshiro(seed));

    /// <summary>Draws a tensor and advances the generator.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">Its shape.</param>
    /// <param name="random">The generator.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has too few dimensions for this initializer.</exception>
    public Tensor<T> Draw<T>(ReadOnlySpan<nint> shape, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Check(shape);
        var numbers = new double[checked((int)Shape.Count(shape))];
        Fill(numbers, shape, random);
        return Tensor.Create(Array.ConvertAll(numbers, T.CreateTruncating), shape);
    }

    /// <summary>Requires a shape that this initializer can fill; most fill any.</summary>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentException">The shape has too few dimensions.</exception>
    public virtual void Check(ReadOnlySpan<nint> shape) { }

    /// <summary>The multiplications that a tensor takes beyond some for each of its elements; 0 for most.</summary>
    /// <param name="shape">The shape; checked.</param>
    /// <returns>The number.</returns>
    public virtual double Multiplications(ReadOnlySpan<nint> shape) => 0;

    /// <summary>Writes the numbers in row-major order.</summary>
    /// <param name="numbers">Receives them.</param>
    /// <param name="shape">The shape; checked.</param>
    /// <param name="random">The generator.</param>
    protected abstract void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random);

    /// <summary>Requires at least two dimensions: outputs, then inputs.</summary>
    /// <param name="shape">The shape.</param>
    protected void CheckMatrix(ReadOnlySpan<nint> shape)
    {
        if (shape.Length < 2)
            throw new ArgumentException($"shape must have outputs and inputs for {Name}: expected two dimensions or more, got {Shape.Text(shape)}.");
    }

    /// <summary>Writes uniform numbers from −bound to bound.</summary>
    /// <param name="numbers">Receives them.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="random">The generator.</param>
    protected static void FillUniform(Span<double> numbers, double bound, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref double number in numbers)
            number = (2 * random.NextUnit() - 1) * bound;
    }

    /// <summary>Writes normal numbers of mean 0.</summary>
    /// <param name="numbers">Receives them.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="random">The generator.</param>
    protected static void FillNormal(Span<double> numbers, double deviation, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref double number in numbers)
            number = random.NextNormal() * deviation;
    }
}
