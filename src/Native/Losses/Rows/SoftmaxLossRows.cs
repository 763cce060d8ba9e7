using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// Losses <c>Σ y·f(ln p)</c> of the softmax p of rows; with <c>h = −y·f′</c>, d/dx is <c>p·(Σ h − h) − h·(1 − p)</c>.
/// </summary>
/// <remarks>
/// For the largest score <c>1 − p</c> is the sum of the other exponentials over the sum of all, free of cancellation for p near 1.
/// </remarks>
readonly unsafe struct SoftmaxLossRows<T, F>(F term) : IRowArithmetic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where F : struct, ISoftmaxTerm<T>
{
    readonly F term = term;

    public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
    {
        HideAbsent(at, offset);
        var row = RowExponentials<V, T>.Of(at.X, at.Spare, at.Layout);
        var (loss, falls) = Terms(at, row, row.LogSum, offset, scale);
        if (at.Derivatives)
            Derivatives(at, row, Across.Sum(falls, at.Layout), scale);
        return Across.Sum(loss, at.Layout);
    }

    static void HideAbsent<V>(RowParts at, V offset) where V : struct, ILanes<V, double>
    {
        if (!at.Layout.Split)
            return;
        nint last = at.End - RowBlocks.Side;
        V present = offset + V.All(at.Layout.Depth * RowBlocks.Side - RowBlocks.Side) < V.All(at.Layout.Length);
        V.Select(present, V.Load(in at.X[last]), V.All(double.NegativeInfinity)).Store(ref at.X[last]);
    }

    /// <summary>
    /// Returns the sums of the losses and of h; overwrites the weights with h and the target with the derivatives with respect to it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    (V Loss, V Falls) Terms<V>(RowParts at, RowExponentials<V, T> row, V logSum, V offset, V scale) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), index = offset, end = V.All(at.Layout.Length), step = V.All(at.Layout.Step);
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, falls = loss;
        for (nint position = 0; position < at.End; position += RowBlocks.Side)
        {
            V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]), p = V.Load(in at.Spare[position]) / row.Sum;
            V rest = V.Select(V.Equal(x, row.Max), row.Rest / row.Sum, one - p);
            var (value, fall) = term.At(row.Max - x + logSum, p, rest);
            V part = at.Labelled ? y > zero : index < end;
            fall = part & (y * fall);
            loss += part & (y * value);
            falls += fall;
            fall.Store(ref at.Weight[position]);
            (value * scale).Store(ref at.Target[position]);
            index += step;
        }
        return (loss.Value, falls.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Derivatives<V>(RowParts at, RowExponentials<V, T> row, V falls, V scale) where V : struct, ILanes<V, double>
    {
        V one = V.All(1);
        for (nint position = 0; position < at.End; position += RowBlocks.Side)
        {
            V p = V.Load(in at.Spare[position]) / row.Sum, fall = V.Load(in at.Weight[position]);
            V rest = V.Select(V.Equal(V.Load(in at.X[position]), row.Max), row.Rest / row.Sum, one - p);
            ((p * (falls - fall) - fall * rest) * scale).Store(ref at.X[position]);
        }
    }
}
