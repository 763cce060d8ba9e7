using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary><c>C = A·B + bias</c>, every sum in <c>double</c> and in the order of the inner index, then rounded once.</summary>
/// <remarks>Lanes hold neighbouring columns, so that no sum is split: the bits are the same at every width and for every number of threads.</remarks>
unsafe struct MatrixProduct<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A, B, one number a column or null, and C; the columns of B and C are next to each other.</summary>
    public T* A, B, Bias, C;

    /// <summary>Rows of A and C; columns of A and rows of B; columns of B and C.</summary>
    public nint Rows, Inner, Columns;

    /// <summary>The steps in A from row to row and from column to column.</summary>
    public nint RowStep, ColumnStep;

    /// <summary>Rows that are computed together, so that one reading of B serves them all.</summary>
    const int Together = 4;

    /// <summary>Below so many products, starting threads costs more than they save.</summary>
    const int WorthThreads = 1 << 20;

    public readonly void Run(Plan plan)
    {
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>>(plan.Threads); break;
            case VectorWidth.Bits256: Run<Lanes256<double>>(plan.Threads); break;
            case VectorWidth.Bits128: Run<Lanes128<double>>(plan.Threads); break;
            default: Run<Scalar<double>>(plan.Threads); break;
        }
    }

    readonly void Run<V>(int threads) where V : struct, ILanes<V, double>
    {
        int parts = (double)Rows * Inner * Columns >= WorthThreads ? (int)Math.Min(threads, Rows / Together) : 1;
        if (parts <= 1)
        {
            Range<V>(0, Rows);
            return;
        }
        MatrixProduct<T> product = this;
        nint part = (Rows / parts + Together - 1) / Together * Together;
        Parallel.For(0, parts, i => product.Range<V>(Math.Min(i * part, product.Rows), i == parts - 1 ? product.Rows : Math.Min((i + 1) * part, product.Rows)));
    }

    readonly void Range<V>(nint start, nint end) where V : struct, ILanes<V, double>
    {
        nint column = 0;
        for (; column <= Columns - 2 * V.Count; column += 2 * V.Count)
            for (nint row = start; row < end; row += Together)
                if (row <= end - Together)
                    Tile<V>(row, column);
                else
                    for (nint single = row; single < end; single++)
                        for (int half = 0; half < 2; half++)
                            Strip<V>(single, column + half * V.Count);
        for (; column <= Columns - V.Count; column += V.Count)
            Strips<V>(start, end, column);
        for (; column < Columns; column++)
            Strips<Scalar<double>>(start, end, column);
    }

    readonly void Strips<V>(nint start, nint end, nint column) where V : struct, ILanes<V, double>
    {
        nint row = start;
        for (; row <= end - Together; row += Together)
            Column<V>(row, column);
        for (; row < end; row++)
            Strip<V>(row, column);
    }

    /// <summary>Four rows of two vectors.</summary>
    readonly void Tile<V>(nint row, nint column) where V : struct, ILanes<V, double>
    {
        T* a = A + row * RowStep, b = B + column;
        V left0 = Start<V>(column), left1 = left0, left2 = left0, left3 = left0;
        V right0 = Start<V>(column + V.Count), right1 = right0, right2 = right0, right3 = right0;
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
        {
            V left = Elements<V, double, T>.Load(b), right = Elements<V, double, T>.Load(b + V.Count);
            V a0 = All<V>(a), a1 = All<V>(a + RowStep), a2 = All<V>(a + 2 * RowStep), a3 = All<V>(a + 3 * RowStep);
            left0 += a0 * left;
            right0 += a0 * right;
            left1 += a1 * left;
            right1 += a1 * right;
            left2 += a2 * left;
            right2 += a2 * right;
            left3 += a3 * left;
            right3 += a3 * right;
        }
        Store(left0, left1, left2, left3, row, column);
        Store(right0, right1, right2, right3, row, column + V.Count);
    }

    /// <summary>Four rows of one vector.</summary>
    readonly void Column<V>(nint row, nint column) where V : struct, ILanes<V, double>
    {
        T* a = A + row * RowStep, b = B + column;
        V sum0 = Start<V>(column), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
        {
            V here = Elements<V, double, T>.Load(b);
            sum0 += All<V>(a) * here;
            sum1 += All<V>(a + RowStep) * here;
            sum2 += All<V>(a + 2 * RowStep) * here;
            sum3 += All<V>(a + 3 * RowStep) * here;
        }
        Store(sum0, sum1, sum2, sum3, row, column);
    }

    /// <summary>One row of one vector.</summary>
    readonly void Strip<V>(nint row, nint column) where V : struct, ILanes<V, double>
    {
        T* a = A + row * RowStep, b = B + column;
        V sum = Start<V>(column);
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
            sum += All<V>(a) * Elements<V, double, T>.Load(b);
        Elements<V, double, T>.Store(sum, C + row * Columns + column);
    }

    readonly void Store<V>(V first, V second, V third, V fourth, nint row, nint column) where V : struct, ILanes<V, double>
    {
        T* c = C + row * Columns + column;
        Elements<V, double, T>.Store(first, c);
        Elements<V, double, T>.Store(second, c + Columns);
        Elements<V, double, T>.Store(third, c + 2 * Columns);
        Elements<V, double, T>.Store(fourth, c + 3 * Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly V Start<V>(nint column) where V : struct, ILanes<V, double> =>
        Bias == null ? V.All(0) : Elements<V, double, T>.Load(Bias + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V All<V>(T* source) where V : struct, ILanes<V, double> => V.All(Real.Wide(*source));
}
