using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>The lanes of a vector: several elements to which every operation applies alike.</summary>
/// <remarks>
/// A kernel written over <typeparamref name="V"/> runs as a scalar and on 128, 256 and 512-bit vectors, and computes
/// the same bits at every width: every member here is exact or correctly rounded per lane.
/// A constant given as a <typeparamref name="T"/> is loaded once where it is used twice, which one made by <c>All</c> is not.
/// Only the sign and payload of a NaN may differ. A mask is a <typeparamref name="V"/> whose lanes have all bits set or none.
/// </remarks>
interface ILanes<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    static abstract V All(T value);

    /// <summary>Reads <see cref="Count"/> elements starting at <paramref name="source"/>, without a bounds check.</summary>
    static abstract V Load(ref readonly T source);

    /// <summary>Writes <see cref="Count"/> elements starting at <paramref name="destination"/>, without a bounds check.</summary>
    void Store(ref T destination);

    static abstract V operator +(V a, V b);
    static abstract V operator -(V a, V b);
    static abstract V operator *(V a, V b);
    static abstract V operator /(V a, V b);
    static abstract V operator -(V a);

    static abstract V operator +(V a, T b);
    static abstract V operator -(V a, T b);
    static abstract V operator *(V a, T b);
    static abstract V operator /(T a, V b);

    static abstract V operator <(V a, V b);
    static abstract V operator >(V a, V b);
    static abstract V operator <=(V a, V b);
    static abstract V operator >=(V a, V b);
    static abstract V Equal(V a, V b);
    static abstract V IsNaN(V a);

    static abstract V operator &(V a, V b);
    static abstract V operator |(V a, V b);
    static abstract V operator ^(V a, V b);

    /// <summary><c>a &amp; ~b</c>: the bits of <paramref name="a"/> that are not set in <paramref name="b"/>.</summary>
    static abstract V AndNot(V a, V b);

    /// <summary><paramref name="yes"/> where the mask is set, else <paramref name="no"/>.</summary>
    static abstract V Select(V mask, V yes, V no);

    /// <summary>Whether the mask is set in at least one lane.</summary>
    static abstract bool AnySet(V mask);

    /// <summary>Whether every lane is finite.</summary>
    static abstract bool AllFinite(V a);

    static abstract V Abs(V a);

    /// <summary>The smaller; NaN if either is NaN; −0 is smaller than +0.</summary>
    static abstract V Min(V a, V b);

    /// <summary>The larger; NaN if either is NaN; +0 is larger than −0.</summary>
    static abstract V Max(V a, V b);

    /// <summary>Clamps to the bounds; NaN stays NaN.</summary>
    static abstract V Clamp(V a, T smallest, T most);

    /// <summary>
    /// The fused multiply-add <c>a·b + c</c>, rounded once; emulated to the same bits, slowly, on processors without the instruction.
    /// </summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    static abstract V MultiplyAdd(V a, T b, V c);
    static abstract V MultiplyAdd(V a, V b, T c);
    static abstract V MultiplyAdd(V a, T b, T c);

    /// <summary>
    /// The polynomial with these coefficients: an even number of them, the constant first; even and odd powers are two separate Horner
    /// chains.
    /// </summary>
    static abstract V Polynomial(V x, ReadOnlySpan<T> coefficients);

    static abstract V Sqrt(V a);

    /// <summary>The magnitude of <paramref name="a"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract V CopySign(V a, V sign);

    /// <summary>The sum of the bit patterns as unsigned integers, modulo 2^32 or 2^64.</summary>
    static abstract V AddBits(V a, V b);

    /// <summary>The bits shifted left by <paramref name="count"/>, with zeros shifted in.</summary>
    static abstract V ShiftUp(V a, int count);

    /// <summary>The bits shifted right by <paramref name="count"/>, with zeros shifted in.</summary>
    static abstract V ShiftDown(V a, int count);

    /// <summary>
    /// Adds the terms at <c>index</c>, <c>index + stride</c> and so on, <paramref name="times"/> times, to one running sum per lane.
    /// </summary>
    /// <remarks>
    /// <c>float</c> accumulates in <c>double</c>; <c>double</c> accumulates the rounding errors of the additions in
    /// <paramref name="rest"/>.
    /// </remarks>
    static abstract void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>;

    /// <summary>Applies an elementary function; <c>float</c> is widened, computed in <c>double</c> and rounded once.</summary>
    static abstract V Map<F>(V a) where F : struct, IElementary;
}
