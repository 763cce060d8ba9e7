using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>One minus the overlap <c>N/D</c> with <c>N = Σ xy + s</c>, <c>D = N + A</c>, <c>A = α·Σ x(1 − y) + β·Σ y(1 − x)</c>.</summary>
/// <remarks>
/// The loss is <c>A/D</c>; its slope by x is <c>(αN(1 − y) − y(βN + A))/D²</c>, by y <c>(βN(1 − x) − x(αN + A))/D²</c>: nothing cancels between sets.
/// </remarks>
readonly unsafe struct OverlapRows<T>(double alpha, double beta, double smooth) : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double alpha = alpha, beta = beta, smooth = smooth;

    public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
    {
        var (shared, over, under) = Sums<V>(at);
        V apart = Across.Sum(over, at.Layout) * alpha + Across.Sum(under, at.Layout) * beta;
        V above = Across.Sum(shared, at.Layout) + smooth, below = above + apart;
        if (at.Slopes)
            Slopes(at, above / below, apart / below, scale / below);
        return apart / below;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (V Shared, V Over, V Under) Sums<V>(RowParts at) where V : struct, ILanes<V, double>
    {
        V one = V.All(1);
        RunningSum<V, T> shared = RunningSum<V, T>.Zero, over = shared, under = shared;
        for (nint place = 0; place < at.End; place += RowBlocks.Side)
        {
            V x = V.Load(in at.X[place]), y = V.Load(in at.Target[place]);
            shared += x * y;
            over += x * (one - y);
            under += y * (one - x);
        }
        return (shared.Value, over.Value, under.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Slopes<V>(RowParts at, V overlap, V loss, V scale) where V : struct, ILanes<V, double>
    {
        V one = V.All(1), over = overlap * alpha, under = overlap * beta;
        for (nint place = 0; place < at.End; place += RowBlocks.Side)
        {
            V x = V.Load(in at.X[place]), y = V.Load(in at.Target[place]);
            ((over * (one - y) - y * (under + loss)) * scale).Store(ref at.X[place]);
            ((under * (one - x) - x * (over + loss)) * scale).Store(ref at.Target[place]);
        }
    }
}
