using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>Sums over the short rows of a block, and which of them a single row would be computed with too.</summary>
static unsafe class LaneSums<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sums of <c>|x − y + nudge|</c> or of its squares.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V>(double* x, double* y, nint end, double nudge, bool squared) where V : struct, ILanes<V, double>
    {
        var sum = RunningSum<V, T>.Zero;
        for (nint position = 0; position < end; position += RowBlocks.Side)
        {
            V z = V.Load(in x[position]) - V.Load(in y[position]) + V.All(nudge);
            sum += squared ? z * z : V.Abs(z);
        }
        return sum.Value;
    }

    /// <summary>Whether squares neither overflowed nor underflowed; those of floats vanish for 0 alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V IsUsual<V>(V sum) where V : struct, ILanes<V, double>
    {
        V within = (sum > V.All(1e-270)) & (sum < V.All(1e290));
        return typeof(T) == typeof(float) ? within | V.Equal(sum, V.All(0)) : within;
    }

    /// <summary>Adds a derivative for x, and subtracts it for y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<V>(V derivative, nint position, double* byX, double* byY) where V : struct, ILanes<V, double>
    {
        if (byX != null)
            (V.Load(in byX[position]) + derivative).Store(ref byX[position]);
        if (byY != null)
            (V.Load(in byY[position]) - derivative).Store(ref byY[position]);
    }
}
