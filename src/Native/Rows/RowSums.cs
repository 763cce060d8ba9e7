using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>The sums of the rows of a block, or the partial sums of a split row.</summary>
/// <remarks>Loops are separate from calls, which would make every iteration spill its vectors.</remarks>
static unsafe class RowSums<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V>(double* x, nint depth) where V : struct, ILanes<V, double>
    {
        var sum = RunningSum<V, T>.Zero;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            sum += V.Load(in x[position]);
        return sum.Value;
    }

    /// <summary>The dot products.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V>(double* x, double* y, nint depth) where V : struct, ILanes<V, double>
    {
        var sum = RunningSum<V, T>.Zero;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            sum += V.Load(in x[position]) * V.Load(in y[position]);
        return sum.Value;
    }
}
