using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>Bitwise comparison, without tolerance.</summary>
static class Bits
{
    /// <summary>Whether two numbers have the same bits or are both NaN; −0 differs from 0.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="a">One number.</param>
    /// <param name="b">The other.</param>
    /// <returns>True where they are.</returns>
    public static bool Same<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(a) ? T.IsNaN(b) : a == b && T.IsNegative(a) == T.IsNegative(b);

    /// <summary>How two tensors differ.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="expected">One tensor.</param>
    /// <param name="actual">The other.</param>
    /// <returns>The first difference as a sentence; null where there is none.</returns>
    public static string? Difference<T>(Tensor<T> expected, Tensor<T> actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (!expected.Lengths.SequenceEqual(actual.Lengths))
            return $"shapes must be equal: expected {Shape.Text(expected.Lengths)}, got {Shape.Text(actual.Lengths)}.";
        ReadOnlySpan<T> a = expected.Flat(), b = actual.Flat();
        for (int i = 0; i < a.Length; i++)
            if (!Same(a[i], b[i]))
                return $"element {i} must be the same to the bit: expected {Text(a[i])}, got {Text(b[i])}.";
        return null;
    }

    static string Text<T>(T number) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double value = double.CreateChecked(number);
        return $"{number} ({ElementType.Hex(value)})";
    }
}
