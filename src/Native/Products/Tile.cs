using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Products;

/// <summary>One tile of the product: as many rows and columns as have their sums in registers.</summary>
unsafe struct Tile<V, W, T>
    where V : struct, ILanes<V, T>
    where W : struct, ILanes<W, double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The rows of a tile: with two vectors each they fill the registers.</summary>
    public static int Height => V.Count * sizeof(T) == 64 || (V.Count * sizeof(T) == 16 && AdvSimd.IsSupported) ? 14 : 6;

    /// <summary>The numbers of a whole tile.</summary>
    public static int Size => Height * 2 * V.Count;

    /// <summary>The rows of the left factor in this block.</summary>
    public Strided<T> Left;

    /// <summary>The columns of the right factor in this block: <see cref="Width"/> numbers for each inner index.</summary>
    public T* Right;

    /// <summary>Rows and columns that C has here; the columns in memory.</summary>
    public int Rows, Columns, Width;

    /// <summary>The length of the block.</summary>
    public nint Inner;

    /// <summary>Whether it is the first block of the inner index, and whether it is the last.</summary>
    public bool IsFirst, IsLast;

    /// <summary>The sums of earlier blocks.</summary>
    public double* Sums;

    /// <summary>Room for the sums of this block.</summary>
    public T* Block;

    public readonly void Run(in MatrixProduct<T> product, nint row, nint column)
    {
        Strided<T> c = product.C.From(row, column);
        bool isDirect = Columns == Width && c.ColumnStep == 1, isOnly = IsFirst && IsLast && product.Bias == null;
        T* into = Block;
        nint step = Width;
        if (IsLast && isDirect)
        {
            into = c.Start;
            step = c.RowStep;
        }
        if (isOnly)
            Compute(into, step);
        else
        {
            Compute(Block, Width);
            if (IsFirst && product.Bias != null)
                Begin(in product, row, column);
            if (!IsLast)
                Keep(begins: IsFirst && product.Bias == null);
            else
                Round(into, step);
        }
        if (!IsLast)
            return;
        if (!isDirect)
            Copy(c);
        Look(in product, into, step, row, column);
    }

    readonly void Compute(T* into, nint step)
    {
        for (int row = 0, height; row < Rows; row += height)
        {
            T* a = Left.At(row, 0), to = into + row * step;
            switch (height = HeightOf(Rows - row))
            {
                case 14: OfRows<Rows14>(a, to, step); break;
                case 8: OfRows<Rows8>(a, to, step); break;
                case 6: OfRows<Rows6>(a, to, step); break;
                case 4: OfRows<Rows4>(a, to, step); break;
                case 2: OfRows<Rows2>(a, to, step); break;
                default: OfRows<Rows1>(a, to, step); break;
            }
        }
    }

    static int HeightOf(int rows) => rows >= Height ? Height : rows >= 8 ? 8 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;

    readonly void OfRows<H>(T* a, T* to, nint step) where H : struct, IHeight
    {
        if (Width == V.Count)
            Kernel<V, T, H>.One(a, Left.RowStep, Left.ColumnStep, Right, Inner, to, step);
        else
            Kernel<V, T, H>.Two(a, Left.RowStep, Left.ColumnStep, Right, Inner, to, step);
    }

    // The sums start at the bias; padding is never read back.
    readonly void Begin(in MatrixProduct<T> product, nint row, nint column)
    {
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                Sums[i * Width + j] = Real.Wide(*product.BiasAt(row + i, column + j));
    }

    /// <summary>Adds the sums of this block to those of earlier ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    readonly void Keep(bool begins)
    {
        T* block = Block;
        double* kept = Sums, end = kept + Rows * Width;
        if (begins)
            for (; kept < end; kept += 2 * W.Count, block += 2 * W.Count)
            {
                Elements<W, double, T>.Load(block).Store(ref *kept);
                Elements<W, double, T>.Load(block + W.Count).Store(ref kept[W.Count]);
            }
        else
            for (; kept < end; kept += 2 * W.Count, block += 2 * W.Count)
            {
                (W.Load(in *kept) + Elements<W, double, T>.Load(block)).Store(ref *kept);
                (W.Load(in kept[W.Count]) + Elements<W, double, T>.Load(block + W.Count)).Store(ref kept[W.Count]);
            }
    }

    /// <summary>Adds the sums of the last block to those of earlier ones, and rounds the total.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    readonly void Round(T* into, nint step)
    {
        T* block = Block;
        double* kept = Sums;
        for (int i = 0; i < Rows; i++, into += step)
            for (int j = 0; j < Width; j += W.Count, kept += W.Count, block += W.Count)
                Elements<W, double, T>.Store(W.Load(in *kept) + Elements<W, double, T>.Load(block), into + j);
    }

    readonly void Copy(Strided<T> c)
    {
        if (c.ColumnStep == 1)
            for (int i = 0; i < Rows; i++)
                new ReadOnlySpan<T>(Block + i * Width, Columns).CopyTo(new(c.At(i, 0), Columns));
        else
            for (int j = 0; j < Columns; j++)
                for (int i = 0; i < Rows; i++)
                    *c.At(i, j) = Block[i * Width + j];
    }

    /// <summary>Looks for numbers that are not finite; <c>float</c> may only have left the range on the way.</summary>
    readonly void Look(in MatrixProduct<T> product, T* numbers, nint step, nint row, nint column)
    {
        V zero = default, one = default, two = default;
        for (int i = 0; i < Rows; i++)
        {
            one = V.MultiplyAdd(V.Load(in numbers[i * step]), zero, one);
            if (Width > V.Count)
                two = V.MultiplyAdd(V.Load(in numbers[i * step + V.Count]), zero, two);
        }
        if (V.AllFinite(one + two))
            return;
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                if (!T.IsFinite(numbers[i * step + j]))
                {
                    if (typeof(T) == typeof(float))
                        product.Again(row + i, column + j);
                    if (!T.IsFinite(*product.C.At(row + i, column + j)))
                        Beyond.Leave();
                }
    }
}
