using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>
/// The exponentials of rows over their largest elements: <c>e^(x − max)</c>, and their sum without the one that is certainly 1.
/// </summary>
/// <remarks>The sum is <c>1 + Rest</c>; its logarithm is taken from the rest, so that a loss near 0 keeps all its digits.</remarks>
readonly unsafe struct RowExponentials<V, T>(V max, V rest)
    where V : struct, ILanes<V, double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly V Max = max;
    public readonly V Rest = rest;

    public V Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.All(1) + Rest;
    }

    public V LogSum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Elementary<T>.Of<Log1p, V>(Rest);
    }

    /// <summary>Reads rows from <paramref name="x"/> on and writes their exponentials from <paramref name="powers"/> on.</summary>
    public static RowExponentials<V, T> Of(double* x, double* powers, RowLayout layout)
    {
        V max = Across.Max(Largest(x, layout.Depth), layout);
        var parts = Write(x, powers, layout.Depth, max);
        return new(max, Across.Sum(parts.Others, layout) + (Across.Sum(parts.Ties, layout) - V.All(1)));
    }

    // Loops stand apart from calls, which would make every round of them spill its vectors.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V Largest(double* x, nint depth)
    {
        V max = Load(x);
        for (nint c = 1; c < depth; c++)
            max = V.Max(max, Load(x + c * RowBlocks.Side));
        return max;
    }

    /// <summary>Writes the exponentials; gives how many are the largest, and the sum of the others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static (V Ties, V Others) Write(double* x, double* powers, nint depth, V max)
    {
        V one = V.All(1), ties = V.All(0);
        var sum = RunningSum<V, T>.Zero;
        for (nint c = 0; c < depth; c++)
        {
            V element = Load(x + c * RowBlocks.Side), power = Elementary<T>.Exp(element - max), largest = V.Equal(element, max);
            power.Store(ref powers[c * RowBlocks.Side]);
            // The power of the largest is 1, or NaN where it is infinite; 1 less leaves 0 or the NaN.
            sum += V.Select(largest, power - one, power);
            ties += largest & one;
        }
        return (ties, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Load(double* source) => V.Load(in *source);
}
