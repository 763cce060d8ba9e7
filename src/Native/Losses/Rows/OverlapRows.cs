using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// One minus the overlap <c>N/D</c> with <c>N = Σ xy + s</c>, <c>D = N + A</c>, <c>A = α·Σ x(1 − y) + β·Σ y(1 − x)</c>: that is <c>A/D</c>.
/// </summary>
/// <remarks>d/dx is <c>(N/D·(α + (1 − α − β)y) − y)/D</c>, d/dy the same with x and y, α and β exchanged.</remarks>
readonly unsafe struct OverlapRows<T>(double alpha, double beta, double smooth) : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double alpha = alpha, beta = beta, smooth = smooth, both = 1 - alpha - beta;

    public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
    {
        var (shared, over, under, all) = Sums<V>(at);
        V apart = Across.Sum(over, at.Layout) * alpha + Across.Sum(under, at.Layout) * beta, above = Across.Sum(shared, at.Layout) + smooth;
        // For α = β = ½ the products xy cancel in D.
        V below = alpha == 0.5 && beta == 0.5 ? Across.Sum(all, at.Layout) * 0.5 + smooth : above + apart;
        if (at.Derivatives)
            Derivatives(at, above / below, below, scale);
        return apart / below;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (V Shared, V Over, V Under, V All) Sums<V>(RowParts at) where V : struct, ILanes<V, double>
    {
        V one = V.All(1);
        RunningSum<V, T> shared = RunningSum<V, T>.Zero, over = shared, under = shared, all = shared;
        for (nint position = 0; position < at.End; position += RowBlocks.Side)
        {
            V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
            shared += x * y;
            over += x * (one - y);
            under += y * (one - x);
            all = all + x + y;
        }
        return (shared.Value, over.Value, under.Value, all.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Derivatives<V>(RowParts at, V overlap, V below, V scale) where V : struct, ILanes<V, double>
    {
        V over = V.All(alpha), under = V.All(beta);
        for (nint position = 0; position < at.End; position += RowBlocks.Side)
        {
            V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
            ((overlap * (over + y * both) - y) / below * scale).Store(ref at.X[position]);
            ((overlap * (under + x * both) - x) / below * scale).Store(ref at.Target[position]);
        }
    }
}
