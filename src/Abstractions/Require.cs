using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace ParityNet;

/// <summary>Argument checks whose messages state what must hold and the value that violates it.</summary>
/// <remarks>
/// Every message has the form <c>what must hold: expected X, got Y.</c> and names the argument as the compiler captures it.
/// </remarks>
public static class Require
{
    /// <summary>Requires a finite number greater than 0.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or not greater than 0.</exception>
    public static double Positive(double value, [CallerMemberName] string? name = null) =>
        double.IsFinite(value) && value > 0 ? value : throw OutOfRange(name, "a finite number greater than 0", value);

    /// <summary>Requires a finite number that is at least 0.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or below 0.</exception>
    public static double NotNegative(double value, [CallerMemberName] string? name = null) =>
        double.IsFinite(value) && value >= 0 ? value : throw OutOfRange(name, "a finite number of at least 0", value);

    /// <summary>Requires a finite number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static double Finite(double value, [CallerMemberName] string? name = null) =>
        double.IsFinite(value) ? value : throw OutOfRange(name, "a finite number", value);

    /// <summary>Requires a number that is in the range of <c>float</c>, or infinite.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is finite and would be infinite as a <c>float</c>.</exception>
    public static double InRangeOfFloat(double value, [CallerMemberName] string? name = null) =>
        !double.IsFinite(value) || Math.Abs(value) <= float.MaxValue ? value
            : throw OutOfRange(name, FormattableString.Invariant($"in the range of float32: expected a size of at most {float.MaxValue}"), value);

    /// <summary>Requires a number, which may be infinite.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN.</exception>
    public static double Number(double value, [CallerMemberName] string? name = null) =>
        !double.IsNaN(value) ? value : throw OutOfRange(name, "a number", value);

    /// <summary>Requires a number greater than 0, which may be infinite.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or not greater than 0.</exception>
    public static double NumberAbove0(double value, [CallerMemberName] string? name = null) =>
        value > 0 ? value : throw OutOfRange(name, "a number greater than 0", value);

    /// <summary>Requires a number that is at least 0, and may be infinite.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or below 0.</exception>
    public static double NumberOfAtLeast0(double value, [CallerMemberName] string? name = null) =>
        value >= 0 ? value : throw OutOfRange(name, "a number of at least 0", value);

    /// <summary>Requires a finite number other than 0.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, NaN or infinite.</exception>
    public static double NotZero(double value, [CallerMemberName] string? name = null) =>
        double.IsFinite(value) && value != 0 ? value : throw OutOfRange(name, "a finite number other than 0", value);

    /// <summary>Requires a number from 0 to 1, both included.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public static double UnitInterval(double value, [CallerMemberName] string? name = null) =>
        value is >= 0 and <= 1 ? value : throw OutOfRange(name, "a number from 0 to 1", value);

    /// <summary>Requires a number greater than 0 and at most 1.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public static double PositiveFraction(double value, [CallerMemberName] string? name = null) =>
        value is > 0 and <= 1 ? value : throw OutOfRange(name, "a number greater than 0 and at most 1", value);

    /// <summary>Requires a number from 0, included, to 1, excluded: the range of a decay rate.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public static double DecayRate(double value, [CallerMemberName] string? name = null) =>
        value is >= 0 and < 1 ? value : throw OutOfRange(name, "a number of at least 0 and less than 1", value);

    /// <summary>Requires a number between two others, both excluded.</summary>
    /// <param name="value">The number.</param>
    /// <param name="low">It must be greater than this.</param>
    /// <param name="high">It must be less than this; may be infinite.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The number itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public static double Within(double value, double low, double high, [CallerMemberName] string? name = null) =>
        value > low && value < high ? value : throw OutOfRange(name, double.IsFinite(high)
            ? FormattableString.Invariant($"a number greater than {low} and less than {high}")
            : FormattableString.Invariant($"a finite number greater than {low}"), value);

    /// <summary>Requires an integer that is at least a given one.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="smallest">The smallest value allowed.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The integer itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The integer is smaller.</exception>
    public static int AtLeast(int value, int smallest, [CallerMemberName] string? name = null) =>
        value >= smallest ? value : throw OutOfRange(name, $"an integer of at least {smallest}", value);

    /// <summary>Requires a value that its enumeration defines.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The value itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration does not define the value.</exception>
    public static TEnum Defined<TEnum>(TEnum value, [CallerMemberName] string? name = null) where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? value : throw OutOfRange(name, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}", value);

    /// <summary>Requires one of some values of an enumeration, where an op knows no others.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="allowed">The values allowed.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <returns>The value itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is another one.</exception>
    public static TEnum OneOf<TEnum>(TEnum value, ReadOnlySpan<TEnum> allowed, [CallerMemberName] string? name = null) where TEnum : struct, Enum =>
        allowed.Contains(Defined(value, name)) ? value : throw OutOfRange(name, $"one of {string.Join(", ", allowed.ToArray())}", value);

    /// <summary>Requires a tensor of a given shape.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <param name="shape">The shape it must have.</param>
    /// <param name="of">Whose shape that is.</param>
    /// <param name="name">The tensor's name; captured by the compiler.</param>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public static void Shape<T>(Tensor<T> tensor, ReadOnlySpan<nint> shape, string of,
        [CallerArgumentExpression(nameof(tensor))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (!tensor.Lengths.SequenceEqual(shape))
            throw new ArgumentException(
                $"{name} must have the shape of {of}: expected {ParityNet.Shape.Text(shape)}, got {ParityNet.Shape.Text(tensor.Lengths)}.");
    }

    /// <summary>Requires a tensor into which a result can be written.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="of">What the result is: the value, or the argument that a gradient is by.</param>
    /// <exception cref="ArgumentException">The shape differs, or the tensor is not dense.</exception>
    public static void Result<T>(Tensor<T> tensor, ReadOnlySpan<nint> shape, string of)
    {
        Shape(tensor, shape, of, "result");
        if (!tensor.IsDense)
            throw new ArgumentException(
                $"the result for {of} must be dense: expected contiguous memory, got strides {ParityNet.Shape.Text(tensor.Strides)}.");
    }

    /// <summary>Requires class indices within a range.</summary>
    /// <param name="tensor">The indices.</param>
    /// <param name="smallest">The smallest allowed.</param>
    /// <param name="most">The largest allowed.</param>
    /// <param name="name">The tensor's name; captured by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside.</exception>
    public static void Indices(Tensor<long> tensor, nint smallest, nint most, [CallerArgumentExpression(nameof(tensor))] string? name = null)
    {
        ReadOnlySpan<long> indices = tensor.Flat();
        if (indices.IndexOfAnyExceptInRange(smallest, most) is >= 0 and int at)
            throw new ArgumentOutOfRangeException(null, $"{name} must hold class indices: expected {smallest} to {most}, got {indices[at]}.");
    }

    /// <summary>Requires a span of a given length.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="memory">The span.</param>
    /// <param name="length">The length it must have.</param>
    /// <param name="of">Whose length that is.</param>
    /// <param name="name">Its name; captured by the compiler.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public static void Length<T>(ReadOnlySpan<T> memory, int length, string of, [CallerArgumentExpression(nameof(memory))] string? name = null)
    {
        if (memory.Length != length)
            throw new ArgumentException($"{name} must have the length of {of}: expected {length}, got {memory.Length}.");
    }

    static ArgumentOutOfRangeException OutOfRange<T>(string? name, string range, T value) =>
        new(null, FormattableString.Invariant($"{name} must be {range}, got {value}."));
}
