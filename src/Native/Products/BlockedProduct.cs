using System.Buffers;
using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Products;

/// <summary>A matrix product over packed panels.</summary>
/// <typeparam name="V">Lanes of the element type.</typeparam>
/// <typeparam name="W">Lanes of <c>double</c>, of the same width.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
unsafe struct BlockedProduct<V, W, T>
    where V : struct, ILanes<V, T>
    where W : struct, ILanes<W, double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The part of the inner index for which factors are packed at a time; whole blocks.</summary>
    const int Chunk = 1024;

    /// <summary>The inner indices that are packed at a time.</summary>
    const int Band = 32;

    /// <summary>The bytes of a left factor with contiguous columns for which packing does not pay; with contiguous rows it never does.</summary>
    const int StaysNear = 9 << 15;

    /// <summary>With fewer right panels than this, a left factor is read too seldom to be packed.</summary>
    const int WorthPacking = 4;

    /// <summary>The bytes of left panels that stay in the L2 cache while right panels pass.</summary>
    const int StaysInMiddle = 1 << 19;

    /// <summary>With fewer products than this, starting threads costs more than they save.</summary>
    const double WorthThreads = 1 << 22;

    readonly MatrixProduct<T> product;
    readonly int rowPanels, columnPanels;
    readonly bool packsLeft;
    T* right, left;
    double* sums;
    nint start, inner;

    static int Height => Tile<V, W, T>.Height;

    static int Width => 2 * V.Count;

    // Whole cache lines.
    static int LeftWidth => (Height + 7) & -8;

    BlockedProduct(MatrixProduct<T> product)
    {
        this.product = product;
        rowPanels = (int)((product.Rows + Height - 1) / Height);
        columnPanels = (int)((product.Columns + Width - 1) / Width);
        packsLeft = product.A.ColumnStep != 1 && columnPanels >= WorthPacking
            && product.Rows * Math.Min(product.Inner, Chunk) * sizeof(T) > StaysNear;
    }

    public static void Run(MatrixProduct<T> product, int threads) => new BlockedProduct<V, W, T>(product).Run(threads);

    void Run(int threads)
    {
        nint longest = Math.Min(product.Inner, Chunk);
        nint ofRight = columnPanels * Width * longest, ofLeft = packsLeft ? rowPanels * LeftWidth * longest : 0;
        nint ofSums = product.Inner > Chunk ? (nint)rowPanels * columnPanels * Tile<V, W, T>.Size : 0;
        const int Aligned = 64;
        int room = Aligned / sizeof(T);
        T[] panels = ArrayPool<T>.Shared.Rent(checked((int)(ofRight + ofLeft + room)));
        double[] kept = ArrayPool<double>.Shared.Rent(checked((int)ofSums + Aligned / sizeof(double)));
        fixed (T* memory = panels)
        fixed (double* between = kept)
        {
            right = (T*)(((nint)memory + Aligned - 1) & -Aligned);
            left = right + ofRight;
            sums = (double*)(((nint)between + Aligned - 1) & -Aligned);
            int most = (double)product.Rows * product.Inner * product.Columns >= WorthThreads ? threads : 1;
            start = 0;
            do
            {
                inner = Math.Min(Chunk, product.Inner - start);
                Pack(most);
                Compute(most);
                start += inner;
            }
            while (start < product.Inner);
        }
        ArrayPool<T>.Shared.Return(panels);
        ArrayPool<double>.Shared.Return(kept);
    }

    readonly void Pack(int threads)
    {
        int count = columnPanels + (packsLeft ? rowPanels : 0), parts = Math.Min(4 * threads, count);
        BlockedProduct<V, W, T> of = this;
        if (threads == 1)
            of.Pack(0, count);
        else
            Workers.Run(parts, threads, part => of.Pack(count * part / parts, count * (part + 1) / parts));
    }

    // A few inner indices at a time: rows of the factors are on pages of their own.
    readonly void Pack(int first, int last)
    {
        for (nint k = 0; k < inner; k += Band)
            for (int panel = first; panel < last; panel++)
                if (panel < columnPanels)
                    PackRight(panel, k, Math.Min(Band, inner - k));
                else
                    PackLeft(panel - columnPanels, k, Math.Min(Band, inner - k));
    }

    readonly void PackRight(int panel, nint k, nint length)
    {
        int width = WidthOf(panel), columns = ColumnsOf(panel);
        T* into = right + (nint)panel * Width * inner + k * width;
        if (columns < width)
            new Span<T>(into, (int)(length * width)).Clear();
        Panels<T>.Pack(product.B.From(start + k, (nint)panel * Width), length, columns, width, into);
    }

    readonly void PackLeft(int panel, nint k, nint length) => Panels<T>.Pack(
        product.A.From((nint)panel * Height, start + k).Turned, length, RowsOf(panel), LeftWidth, left + ((nint)panel * inner + k) * LeftWidth);

    readonly void Compute(int threads)
    {
        int together = (int)Math.Clamp(StaysInMiddle / sizeof(T) / (inner + 1) / Height, 1, rowPanels);
        int groups = (rowPanels + together - 1) / together, across = 1;
        if (threads > 1 && groups < 4 * threads)
            across = Math.Min(columnPanels, (4 * threads + groups - 1) / groups);
        BlockedProduct<V, W, T> of = this;
        if (threads == 1)
            for (int group = 0; group < groups; group++)
                of.Tiles(group * together, Math.Min((group + 1) * together, rowPanels), 0, columnPanels);
        else
            Workers.Run(groups * across, threads, part =>
            {
                int group = part / across, strip = part % across;
                of.Tiles(
                    group * together, Math.Min((group + 1) * together, of.rowPanels),
                    of.columnPanels * strip / across, of.columnPanels * (strip + 1) / across);
            });
    }

    readonly void Tiles(int firstRow, int lastRow, int firstColumn, int lastColumn)
    {
        double[] rented = ArrayPool<double>.Shared.Rent((lastRow - firstRow + 1) * Tile<V, W, T>.Size + 8);
        fixed (double* memory = rented)
        {
            double* own = (double*)(((nint)memory + 63) & -64);
            // A block of a right panel stays in the L1 cache while the left panels pass.
            for (int column = firstColumn; column < lastColumn; column++)
                for (int block = 0; block < Blocks; block++)
                    for (int row = firstRow; row < lastRow; row++)
                        new Tile<V, W, T>
                        {
                            Left = Left(row, block),
                            Right = right + (nint)column * Width * inner + block * MatrixProduct<T>.Block * WidthOf(column),
                            Rows = RowsOf(row),
                            Columns = ColumnsOf(column),
                            Width = WidthOf(column),
                            Inner = LengthOf(block),
                            Sums = product.Inner > Chunk
                                ? sums + ((nint)row * columnPanels + column) * Tile<V, W, T>.Size
                                : own + (row - firstRow + 1) * Tile<V, W, T>.Size,
                            Block = (T*)own,
                            IsFirst = start == 0 && block == 0,
                            IsLast = start + inner == product.Inner && block == Blocks - 1,
                        }.Run(in product, (nint)row * Height, (nint)column * Width);
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    // Of no products the sum is 0.
    readonly int Blocks => (int)Math.Max(1, (inner + MatrixProduct<T>.Block - 1) / MatrixProduct<T>.Block);

    readonly nint LengthOf(int block) => Math.Min(MatrixProduct<T>.Block, inner - block * MatrixProduct<T>.Block);

    readonly Strided<T> Left(int panel, int block) => packsLeft
        ? new(left + ((nint)panel * inner + block * MatrixProduct<T>.Block) * LeftWidth, 1, LeftWidth)
        : product.A.From((nint)panel * Height, start + block * MatrixProduct<T>.Block);

    readonly int RowsOf(int panel) => (int)Math.Min(Height, product.Rows - (nint)panel * Height);

    readonly int ColumnsOf(int panel) => (int)Math.Min(Width, product.Columns - (nint)panel * Width);

    // The last panel may be one vector wide.
    readonly int WidthOf(int panel) => ColumnsOf(panel) <= V.Count ? V.Count : Width;
}
