using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Products;

/// <summary><c>C = A·B + bias</c>, of any strides.</summary>
/// <remarks>
/// <para>Every element has the same order of operations, whatever its position, the width of vectors and the number of threads. The inner
/// index is cut into blocks of <see cref="Block"/>, the last of which may be shorter. The products of a block are added in the order of the
/// index by fused multiply-adds in <typeparamref name="T"/>, starting at 0. The sums of blocks are added to the bias in <c>double</c>, in
/// order, and the total is rounded once.</para>
/// <para>Where a partial sum of <c>float</c> leaves the range, the element is computed again in <c>double</c>; what is still not finite is
/// reported by <see cref="Beyond.Leave"/>.</para>
/// </remarks>
unsafe struct MatrixProduct<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The length of a block of the inner index.</summary>
    public const int Block = 256;

    /// <summary>The largest part of C, and of the inner index, for which memory for packed factors is taken at a time.</summary>
    const int Part = 2048;

    /// <summary>The factors and the product.</summary>
    public Strided<T> A, B, C;

    /// <summary>Rows of A and C; columns of A and rows of B; columns of B and C.</summary>
    public nint Rows, Inner, Columns;

    /// <summary>The bias, one for each column; null for none.</summary>
    public T* Bias;

    /// <summary>How far apart the biases of two rows and of two columns are.</summary>
    nint biasRow, biasColumn;

    /// <summary>The product of matrices whose rows are contiguous, without a bias; each factor may be stored transposed.</summary>
    public static MatrixProduct<T> Of(T* a, T* b, T* c, nint rows, nint inner, nint columns, bool turnsA = false, bool turnsB = false) => new()
    {
        A = turnsA ? Strided<T>.OfRows(a, rows).Turned : Strided<T>.OfRows(a, inner),
        B = turnsB ? Strided<T>.OfRows(b, inner).Turned : Strided<T>.OfRows(b, columns),
        C = Strided<T>.OfRows(c, columns),
        Rows = rows,
        Inner = inner,
        Columns = columns,
    };

    public readonly void Run(Plan plan)
    {
        MatrixProduct<T> product = this;
        product.biasColumn = 1;
        if (Rows == 0 || Columns == 0)
            return;
        if (plan.IsWide)
            for (nint i = 0; i < Rows; i++)
                for (nint j = 0; j < Columns; j++)
                    product.InOrder(i, j);
        else if (product.IsBetterTurned)
            product.Turned.Parts(plan);
        else
            product.Parts(plan);
    }

    /// <summary>The bias of an element.</summary>
    public readonly T* BiasAt(nint row, nint column) => Bias + row * biasRow + column * biasColumn;

    /// <summary>The element computed in <c>double</c> throughout: of two floats no product and no sum leaves its range.</summary>
    public readonly void Again(nint row, nint column)
    {
        double sum = Bias == null ? 0 : Real.Wide(*BiasAt(row, column));
        for (nint k = 0; k < Inner && double.IsFinite(sum); k++)
            sum += Real.Wide(*A.At(row, k)) * Real.Wide(*B.At(k, column));
        // An argument that is not finite has its effect already.
        if (double.IsFinite(sum))
            *C.At(row, column) = Real.Of<T>(sum);
    }

    /// <summary>The element computed with extended range, with the same bits where nothing leaves the range.</summary>
    readonly void InOrder(nint row, nint column)
    {
        Wide<double> total = Bias == null ? Wide<double>.Plain(0) : Elements<Wide<double>, double, T>.Load(BiasAt(row, column));
        for (nint start = 0; start < Inner; start += Block)
        {
            var sum = Wide<T>.Plain(T.Zero);
            for (nint k = start; k < Math.Min(start + Block, Inner); k++)
                sum = Wide<T>.MultiplyAdd(Beyond.Read(*A.At(row, k)), Beyond.Read(*B.At(k, column)), sum);
            total = start == 0 && Bias == null ? sum.Widened : total + sum.Widened;
        }
        Elements<Wide<double>, double, T>.Store(total, C.At(row, column));
    }

    // Lanes hold columns, so a right factor whose columns are contiguous is transposed while it is packed, and a product whose columns are
    // contiguous while it is stored.
    readonly bool IsBetterTurned => Effort(B, C, Columns) > Effort(A.Turned, C.Turned, Rows);

    readonly double Effort(Strided<T> right, Strided<T> product, nint columns) =>
        (right.ColumnStep == 1 ? 0 : (double)Inner * columns) + (product.ColumnStep == 1 ? 0 : 2.0 * Rows * Columns);

    readonly MatrixProduct<T> Turned => this with
    {
        A = B.Turned,
        B = A.Turned,
        C = C.Turned,
        Rows = Columns,
        Columns = Rows,
        biasRow = biasColumn,
        biasColumn = biasRow,
    };

    readonly void Parts(Plan plan)
    {
        for (nint i = 0; i < Rows; i += Part)
            for (nint j = 0; j < Columns; j += Part)
                (this with
                {
                    A = A.From(i, 0),
                    B = B.From(0, j),
                    C = C.From(i, j),
                    Rows = Math.Min(Part, Rows - i),
                    Columns = Math.Min(Part, Columns - j),
                    Bias = Bias == null ? null : BiasAt(i, j),
                }).Blocked(plan);
    }

    readonly void Blocked(Plan plan)
    {
        switch (plan.Width)
        {
            case VectorWidth.Bits512: BlockedProduct<Lanes512<T>, Lanes512<double>, T>.Run(this, plan.Threads); break;
            case VectorWidth.Bits256: BlockedProduct<Lanes256<T>, Lanes256<double>, T>.Run(this, plan.Threads); break;
            case VectorWidth.Bits128: BlockedProduct<Lanes128<T>, Lanes128<double>, T>.Run(this, plan.Threads); break;
            default: BlockedProduct<Scalar<T>, Scalar<double>, T>.Run(this, plan.Threads); break;
        }
    }
}
