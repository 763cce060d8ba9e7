using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ParityNet.Native.Rows;

/// <summary>Transposes eight adjacent short rows into a block and back, a few columns at a time in registers.</summary>
/// <remarks>The last columns are moved together with some that were moved already, so that none is left over.</remarks>
static unsafe class Transposition<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    const int Side = RowBlocks.Side;

    /// <summary>The columns moved at a time: those of a 128-bit vector.</summary>
    static int Columns => typeof(T) == typeof(float) ? 4 : 2;

    /// <summary>Whether the rows of a block can be moved so.</summary>
    public static bool Fits(RowLayout layout, int rows) =>
        Avx.IsSupported && layout is { Split: false, Inner: 1 } && rows == Side && layout.Length >= Columns;

    public static void Gather(T* rows, nint length, double* block)
    {
        for (nint c = 0; c < length; c += Columns)
        {
            nint column = Math.Min(c, length - Columns);
            if (typeof(T) == typeof(float))
                Read((float*)rows + column, length, block + column * Side);
            else
                Read((double*)rows + column, length, block + column * Side);
        }
    }

    public static void Scatter(double* block, nint length, T* rows)
    {
        for (nint c = 0; c < length; c += Columns)
        {
            nint column = Math.Min(c, length - Columns);
            if (typeof(T) == typeof(float))
                Write(block + column * Side, (float*)rows + column, length);
            else
                Write(block + column * Side, (double*)rows + column, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Read(float* from, nint length, double* to)
    {
        Vector256<float> a = Two(from, length), b = Two(from + length, length);
        Vector256<float> c = Two(from + 2 * length, length), d = Two(from + 3 * length, length);
        Vector256<float> low = Avx.UnpackLow(a, b), lowEnd = Avx.UnpackLow(c, d), high = Avx.UnpackHigh(a, b), highEnd = Avx.UnpackHigh(c, d);
        Widen(Avx.Shuffle(low, lowEnd, 0x44), to);
        Widen(Avx.Shuffle(low, lowEnd, 0xEE), to + Side);
        Widen(Avx.Shuffle(high, highEnd, 0x44), to + 2 * Side);
        Widen(Avx.Shuffle(high, highEnd, 0xEE), to + 3 * Side);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Read(double* from, nint length, double* to)
    {
        Vector256<double> even = Two(from, length), odd = Two(from + length, length);
        Vector256<double> low = Avx.UnpackLow(even, odd), high = Avx.UnpackHigh(even, odd);
        from += 4 * length;
        (even, odd) = (Two(from, length), Two(from + length, length));
        // One store per column: it will be read as one vector.
        Vector512.Create(low, Avx.UnpackLow(even, odd)).Store(to);
        Vector512.Create(high, Avx.UnpackHigh(even, odd)).Store(to + Side);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Write(double* from, float* to, nint length)
    {
        Vector256<float> a = Narrowed(from), b = Narrowed(from + Side), c = Narrowed(from + 2 * Side), d = Narrowed(from + 3 * Side);
        Vector256<float> low = Avx.UnpackLow(a, b), lowEnd = Avx.UnpackLow(c, d), high = Avx.UnpackHigh(a, b), highEnd = Avx.UnpackHigh(c, d);
        Part(Avx.Shuffle(low, lowEnd, 0x44), to, length);
        Part(Avx.Shuffle(low, lowEnd, 0xEE), to + length, length);
        Part(Avx.Shuffle(high, highEnd, 0x44), to + 2 * length, length);
        Part(Avx.Shuffle(high, highEnd, 0xEE), to + 3 * length, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Write(double* from, double* to, nint length)
    {
        for (int half = 0; half < Side; half += 4, to += 4 * length)
        {
            Vector256<double> one = Vector256.Load(from + half), two = Vector256.Load(from + Side + half);
            Vector256<double> even = Avx.UnpackLow(one, two), odd = Avx.UnpackHigh(one, two);
            even.GetLower().Store(to);
            odd.GetLower().Store(to + length);
            even.GetUpper().Store(to + 2 * length);
            odd.GetUpper().Store(to + 3 * length);
        }
    }

    // Of a row, and of the row four further on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Two(float* row, nint length) => Vector256.Create(Vector128.Load(row), Vector128.Load(row + 4 * length));

    // Of a row, and of the next but one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Two(double* row, nint length) => Vector256.Create(Vector128.Load(row), Vector128.Load(row + 2 * length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Part(Vector256<float> rows, float* to, nint length)
    {
        rows.GetLower().Store(to);
        rows.GetUpper().Store(to + 4 * length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Widen(Vector256<float> lanes, double* to)
    {
        Vector512.WidenLower(lanes.ToVector512Unsafe()).Store(to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Narrowed(double* from) => Vector256.Narrow(Vector256.Load(from), Vector256.Load(from + 4));
}
