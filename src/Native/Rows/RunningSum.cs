using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>
/// A sum along rows: plain for results in <c>float</c>, compensated (with its accumulated rounding errors) for <c>double</c>.
/// </summary>
readonly struct RunningSum<V, T>(V sum, V rest)
    where V : struct, ILanes<V, double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly V sum = sum, rest = rest;

    public static RunningSum<V, T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(V.All(0), V.All(0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RunningSum<V, T> operator +(RunningSum<V, T> a, V term)
    {
        if (typeof(T) == typeof(float))
            return new(a.sum + term, a.rest);
        var added = Pair<V>.Sum(a.sum, term);
        return new(added.High, a.rest + added.Low);
    }

    /// <summary>The sum of all lanes, in order and with their errors.</summary>
    public unsafe double Total
    {
        get
        {
            double* sums = stackalloc double[V.Count], rests = stackalloc double[V.Count];
            sum.Store(ref *sums);
            rest.Store(ref *rests);
            Total total = default;
            for (int lane = 0; lane < V.Count; lane++)
                total += new Total(sums[lane], rests[lane]);
            return total.Value;
        }
    }

    /// <summary>The sum with its error added; if the error is NaN, the sum itself.</summary>
    public V Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? sum : V.Select(V.Equal(rest, rest), sum + rest, sum);
    }
}
