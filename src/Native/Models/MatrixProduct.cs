using System.Buffers;
using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary><c>C = A·B + bias</c>, accumulated in <c>double</c> in the order of the inner index, then rounded once.</summary>
/// <remarks>The bits are the same at every width and for every number of threads.</remarks>
unsafe struct MatrixProduct<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A, B, the bias (one per column, or null) and C; the rows of B and C are contiguous.</summary>
    public T* A, B, Bias, C;

    /// <summary>Rows of A and C; columns of A and rows of B; columns of B and C.</summary>
    public nint Rows, Inner, Columns;

    /// <summary>The strides of A between rows and between columns.</summary>
    public nint RowStep, ColumnStep;

    /// <summary>From this many rows or columns on it pays to widen numbers once instead of at each read.</summary>
    const int WorthWidening = 16;

    public readonly void Run(Plan plan)
    {
        if (typeof(T) == typeof(float) && !plan.IsWide && Math.Max(Rows, Columns) >= WorthWidening && Inner > 1)
            Widened(plan);
        else
            Tiles(A, B).Run(plan);
    }

    readonly void Widened(Plan plan)
    {
        int left = checked((int)(Rows * Inner)), right = checked((int)(Inner * Columns));
        double[] rented = ArrayPool<double>.Shared.Rent(left + right);
        fixed (double* wide = rented)
        {
            // All of A is read, whatever its strides.
            RowBlocks.Widen(A, wide, left);
            RowBlocks.Widen(B, wide + left, right);
            Tiles(wide, wide + left).Run(plan);
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    readonly MatrixTiles<M, T> Tiles<M>(M* a, M* b) where M : unmanaged, IFloatingPointIeee754<M> => new()
    {
        A = a,
        B = b,
        Bias = Bias,
        C = C,
        Rows = Rows,
        Inner = Inner,
        Columns = Columns,
        RowStep = RowStep,
        ColumnStep = ColumnStep,
    };
}
