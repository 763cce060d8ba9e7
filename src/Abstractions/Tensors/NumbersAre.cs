using System.Numerics;

namespace ParityNet;

/// <summary>Checks of all numbers of an argument at once, vectorized: a check takes as long as many an op.</summary>
static class NumbersAre
{
    /// <summary>Whether all are at least <paramref name="low"/> and at most <paramref name="high"/>; NaN is not.</summary>
    public static bool Within<T>(ReadOnlySpan<T> numbers, T low, T high) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> smallest = Vector.Create(low), largest = Vector.Create(high), right = Vector.Equals(smallest, smallest);
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var number = new Vector<T>(numbers[i..]);
            right &= Vector.GreaterThanOrEqual(number, smallest) & Vector.LessThanOrEqual(number, largest);
        }
        bool all = IsSet(right);
        for (; i < numbers.Length; i++)
            all &= numbers[i] >= low && numbers[i] <= high;
        return all;
    }

    /// <summary>Whether each is 0 or 1.</summary>
    public static bool Bits<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> zero = Vector<T>.Zero, one = Vector<T>.One, right = Vector.Equals(zero, zero);
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var number = new Vector<T>(numbers[i..]);
            right &= Vector.Equals(number, zero) | Vector.Equals(number, one);
        }
        bool all = IsSet(right);
        for (; i < numbers.Length; i++)
            all &= numbers[i] == T.Zero || numbers[i] == T.One;
        return all;
    }

    static bool IsSet<T>(Vector<T> mask) => Vector.EqualsAll(mask.As<T, byte>(), Vector<byte>.AllBitsSet);
}
