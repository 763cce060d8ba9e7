using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ParityNet.Native.Products;

/// <summary>Packs a factor into panels: for each inner index the elements of a few columns, contiguous.</summary>
static unsafe class Panels<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The side of the squares that are transposed in registers.</summary>
    static int Side => typeof(T) == typeof(float) ? 8 : 4;

    /// <summary>Packs <paramref name="columns"/> columns into a panel.</summary>
    /// <param name="from">The first of the columns; its rows are the inner index.</param>
    /// <param name="inner">The length of the inner index.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="width">The room for columns; what is over is not written.</param>
    /// <param name="into">Receives the panel.</param>
    public static void Pack(Strided<T> from, nint inner, int columns, int width, T* into)
    {
        if (from.ColumnStep == 1)
            for (nint k = 0; k < inner; k++)
                Copy(from.At(k, 0), into + k * width, columns);
        else if (from.RowStep == 1 && columns >= Side && Avx.IsSupported)
            Transpose(from, inner, columns, width, into);
        else
            PackEach(from, 0, inner, columns, width, into);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Copy(T* from, T* into, int count)
    {
        int length = Vector256<T>.Count, i = 0;
        for (; i <= count - length; i += length)
            Vector256.Load(from + i).Store(into + i);
        if (i == count)
            return;
        if (count >= length)
            Vector256.Load(from + count - length).Store(into + count - length);
        else
            for (; i < count; i++)
                into[i] = from[i];
    }

    static void PackEach(Strided<T> from, nint start, nint inner, int columns, int width, T* into)
    {
        for (int j = 0; j < columns; j++)
            for (nint k = start; k < inner; k++)
                into[k * width + j] = *from.At(k, j);
    }

    static void Transpose(Strided<T> from, nint inner, int columns, int width, T* into)
    {
        nint whole = inner & -Side;
        for (nint k = 0; k < whole; k += Side)
            for (int j = 0; j < columns; j += Side)
            {
                // The last square may overlap the one before it.
                int first = Math.Min(j, columns - Side);
                if (typeof(T) == typeof(float))
                    Eight((float*)from.At(k, first), from.ColumnStep, (float*)into + k * width + first, width);
                else
                    Four((double*)from.At(k, first), from.ColumnStep, (double*)into + k * width + first, width);
            }
        PackEach(from, whole, inner, columns, width, into);
    }

    // Eight rows of eight numbers become eight columns.
    static void Eight(float* from, nint step, float* into, nint width)
    {
        Vector256<float> a = Halves(from, step), b = Halves(from + step, step), c = Halves(from + 2 * step, step), d = Halves(from + 3 * step, step);
        Vector256<float> e = Halves(from + 4, step), f = Halves(from + step + 4, step);
        Vector256<float> g = Halves(from + 2 * step + 4, step), h = Halves(from + 3 * step + 4, step);
        Columns(a, b, c, d, into, width);
        Columns(e, f, g, h, into + 4 * width, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Halves(float* from, nint step) => Vector256.Create(Vector128.Load(from), Vector128.Load(from + 4 * step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Columns(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, float* into, nint width)
    {
        Vector256<double> ab = Avx.UnpackLow(a, b).AsDouble(), cd = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> abs = Avx.UnpackHigh(a, b).AsDouble(), cds = Avx.UnpackHigh(c, d).AsDouble();
        Avx.UnpackLow(ab, cd).AsSingle().Store(into);
        Avx.UnpackHigh(ab, cd).AsSingle().Store(into + width);
        Avx.UnpackLow(abs, cds).AsSingle().Store(into + 2 * width);
        Avx.UnpackHigh(abs, cds).AsSingle().Store(into + 3 * width);
    }

    static void Four(double* from, nint step, double* into, nint width)
    {
        Vector256<double> a = Vector256.Create(Vector128.Load(from), Vector128.Load(from + 2 * step));
        Vector256<double> b = Vector256.Create(Vector128.Load(from + step), Vector128.Load(from + 3 * step));
        Vector256<double> c = Vector256.Create(Vector128.Load(from + 2), Vector128.Load(from + 2 * step + 2));
        Vector256<double> d = Vector256.Create(Vector128.Load(from + step + 2), Vector128.Load(from + 3 * step + 2));
        Avx.UnpackLow(a, b).Store(into);
        Avx.UnpackHigh(a, b).Store(into + width);
        Avx.UnpackLow(c, d).Store(into + 2 * width);
        Avx.UnpackHigh(c, d).Store(into + 3 * width);
    }
}
