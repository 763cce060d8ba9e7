using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>Several elements side by side, all treated alike.</summary>
/// <remarks>
/// A kernel written over <typeparamref name="V"/> runs as a scalar and on 128, 256 and 512-bit vectors, and gives every element
/// the same bits on each: every member here is exact or correctly rounded, element by element.
/// Only the sign and payload of a NaN may differ. A mask is a <typeparamref name="V"/> whose elements have all bits set or none.
/// </remarks>
interface ILanes<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of elements.</summary>
    static abstract int Count { get; }

    static abstract V All(T value);

    /// <summary>Reads <see cref="Count"/> elements from <paramref name="source"/> on; the caller answers for their presence.</summary>
    static abstract V Load(ref readonly T source);

    /// <summary>Writes <see cref="Count"/> elements from <paramref name="destination"/> on.</summary>
    void Store(ref T destination);

    static abstract V operator +(V a, V b);
    static abstract V operator -(V a, V b);
    static abstract V operator *(V a, V b);
    static abstract V operator /(V a, V b);
    static abstract V operator -(V a);

    static abstract V operator +(V a, T b);
    static abstract V operator -(V a, T b);
    static abstract V operator *(V a, T b);

    static abstract V operator <(V a, V b);
    static abstract V operator >(V a, V b);
    static abstract V operator <=(V a, V b);
    static abstract V operator >=(V a, V b);
    static abstract V Equal(V a, V b);
    static abstract V IsNaN(V a);

    static abstract V operator &(V a, V b);
    static abstract V operator |(V a, V b);
    static abstract V operator ^(V a, V b);

    /// <summary>The bits of <paramref name="a"/> that <paramref name="b"/> does not have.</summary>
    static abstract V AndNot(V a, V b);

    /// <summary><paramref name="yes"/> where the mask is set, else <paramref name="no"/>.</summary>
    static abstract V Select(V mask, V yes, V no);

    /// <summary>Whether the mask is set in every element.</summary>
    static abstract bool AllSet(V mask);

    /// <summary>Whether the mask is set in some element.</summary>
    static abstract bool AnySet(V mask);

    /// <summary>Whether every element is a finite number.</summary>
    static abstract bool AllFinite(V a);

    static abstract V Abs(V a);

    /// <summary>The smaller; NaN if either is NaN; −0 is smaller than +0.</summary>
    static abstract V Min(V a, V b);

    /// <summary>The larger; NaN if either is NaN; +0 is larger than −0.</summary>
    static abstract V Max(V a, V b);

    /// <summary>Kept within bounds; NaN stays.</summary>
    static abstract V Clamp(V a, T smallest, T most);

    /// <summary><c>a·b + c</c>, rounded once; emulated, slowly but to the same bits, by processors that have no such instruction.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    /// <summary>The polynomial with these coefficients, an even number of them, the constant first; even and odd powers side by side.</summary>
    static abstract V Polynomial(V x, ReadOnlySpan<T> coefficients);

    static abstract V Sqrt(V a);

    /// <summary>The nearest integer, the even one of two.</summary>
    static abstract V Round(V a);

    /// <summary>The size of <paramref name="a"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract V CopySign(V a, V sign);

    /// <summary>The sum of the bits read as integers, modulo 2^32 or 2^64.</summary>
    static abstract V AddBits(V a, V b);

    /// <summary>The bits moved up by <paramref name="count"/>, zeros from below.</summary>
    static abstract V ShiftUp(V a, int count);

    /// <summary>The bits moved down by <paramref name="count"/>, zeros from above.</summary>
    static abstract V ShiftDown(V a, int count);

    /// <summary>Adds the terms at <paramref name="index"/> and each <paramref name="stride"/> beyond to the running sums of their places.</summary>
    /// <remarks><c>float</c> is added in <c>double</c>; for <c>double</c> what rounding loses is added to <paramref name="rest"/>.</remarks>
    static abstract void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>;

    /// <summary>Applies an elementary function: <c>float</c> is widened, computed in <c>double</c> and rounded once.</summary>
    static abstract V Map<F>(V a) where F : struct, IElementary;
}
