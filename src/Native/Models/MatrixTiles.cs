using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary>The tiles of a <see cref="MatrixProduct{T}"/>: lanes hold neighbouring columns, so that no sum is split.</summary>
/// <typeparam name="M">The element type of A and B.</typeparam>
/// <typeparam name="T">The type of the bias and of C.</typeparam>
unsafe struct MatrixTiles<M, T>
    where M : unmanaged, IFloatingPointIeee754<M>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A and B; the rows of B are contiguous.</summary>
    public M* A, B;

    /// <summary>The bias (one per column, or null) and C; the rows of C are contiguous.</summary>
    public T* Bias, C;

    /// <summary>Rows of A and C; columns of A and rows of B; columns of B and C.</summary>
    public nint Rows, Inner, Columns;

    /// <summary>The strides of A between rows and between columns.</summary>
    public nint RowStep, ColumnStep;

    /// <summary>The rows of a tile, which share each load of B.</summary>
    const int Together = 4;

    /// <summary>With fewer products than this, starting threads costs more than they save.</summary>
    const int WorthThreads = 1 << 20;

    public readonly void Run(Plan plan)
    {
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>>(plan.Threads); break;
            case VectorWidth.Bits256: Run<Lanes256<double>>(plan.Threads); break;
            case VectorWidth.Bits128: Run<Lanes128<double>>(plan.Threads); break;
            case VectorWidth.Wide: Run<Wide<double>>(1); break;
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
        MatrixTiles<M, T> product = this;
        nint part = (Rows / parts + Together - 1) / Together * Together;
        Workers.Run(parts, threads,
            i => product.Range<V>(Math.Min(i * part, product.Rows), i == parts - 1 ? product.Rows : Math.Min((i + 1) * part, product.Rows)));
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
        M* a = A + row * RowStep, b = B + column;
        V left0 = Start<V>(column), left1 = left0, left2 = left0, left3 = left0;
        V right0 = Start<V>(column + V.Count), right1 = right0, right2 = right0, right3 = right0;
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
        {
            V left = Elements<V, double, M>.Load(b), right = Elements<V, double, M>.Load(b + V.Count);
            V a0 = All<V>(a), a1 = All<V>(a + RowStep), a2 = All<V>(a + 2 * RowStep), a3 = All<V>(a + 3 * RowStep);
            left0 = Sum(a0, left, left0);
            right0 = Sum(a0, right, right0);
            left1 = Sum(a1, left, left1);
            right1 = Sum(a1, right, right1);
            left2 = Sum(a2, left, left2);
            right2 = Sum(a2, right, right2);
            left3 = Sum(a3, left, left3);
            right3 = Sum(a3, right, right3);
        }
        Store(left0, left1, left2, left3, row, column);
        Store(right0, right1, right2, right3, row, column + V.Count);
    }

    /// <summary>Four rows of one vector.</summary>
    readonly void Column<V>(nint row, nint column) where V : struct, ILanes<V, double>
    {
        M* a = A + row * RowStep, b = B + column;
        V sum0 = Start<V>(column), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
        {
            V here = Elements<V, double, M>.Load(b);
            sum0 = Sum(All<V>(a), here, sum0);
            sum1 = Sum(All<V>(a + RowStep), here, sum1);
            sum2 = Sum(All<V>(a + 2 * RowStep), here, sum2);
            sum3 = Sum(All<V>(a + 3 * RowStep), here, sum3);
        }
        Store(sum0, sum1, sum2, sum3, row, column);
    }

    /// <summary>One row of one vector.</summary>
    readonly void Strip<V>(nint row, nint column) where V : struct, ILanes<V, double>
    {
        M* a = A + row * RowStep, b = B + column;
        V sum = Start<V>(column);
        for (nint k = 0; k < Inner; k++, a += ColumnStep, b += Columns)
            sum = Sum(All<V>(a), Elements<V, double, M>.Load(b), sum);
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

    // A product of two floats is exact in double, so fused and separate operations give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Sum<V>(V a, V b, V sum) where V : struct, ILanes<V, double> =>
        typeof(T) == typeof(double) || Fma.IsSupported || AdvSimd.IsSupported ? V.MultiplyAdd(a, b, sum) : a * b + sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly V Start<V>(nint column) where V : struct, ILanes<V, double> =>
        Bias == null ? V.All(0) : Elements<V, double, T>.Load(Bias + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V All<V>(M* source) where V : struct, ILanes<V, double> => V.All(Real.Wide(*source));
}
