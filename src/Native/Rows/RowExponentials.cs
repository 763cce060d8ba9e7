using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>The exponentials <c>e^(x − max)</c> of rows, and their sum without one term of a maximum, which is exactly 1.</summary>
/// <remarks>The sum is <c>1 + Rest</c>; its logarithm is <c>log1p(Rest)</c>, so that a loss near 0 keeps its relative accuracy.</remarks>
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

    /// <summary>Reads the block of rows at <paramref name="x"/> and writes its exponentials to <paramref name="powers"/>.</summary>
    public static RowExponentials<V, T> Of(double* x, double* powers, RowLayout layout)
    {
        V max = Across.Max(Largest(x, layout.Depth), layout);
        var parts = Write(x, powers, layout.Depth, max);
        return new(max, Across.Sum(parts.Others, layout) + (Across.Sum(parts.Ties, layout) - V.All(1)));
    }

    // Loops are separate from calls, which would make every iteration spill its vectors.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V Largest(double* x, nint depth)
    {
        V max = Load(x);
        for (nint c = 1; c < depth; c++)
            max = V.Max(max, Load(x + c * RowBlocks.Side));
        return max;
    }

    /// <summary>Writes the exponentials; returns the number of elements that tie for the maximum, and the sum of the others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static (V Ties, V Others) Write(double* x, double* powers, nint depth, V max)
    {
        V one = V.All(1), ties = V.All(0);
        var sum = RunningSum<V, T>.Zero;
        for (nint c = 0; c < depth; c++)
        {
            V element = Load(x + c * RowBlocks.Side), power = Elementary<T>.Exp(element - max), largest = V.Equal(element, max);
            power.Store(ref powers[c * RowBlocks.Side]);
            // The exponential of the maximum is 1, or NaN if the maximum is infinite; subtracting 1 leaves 0 or NaN.
            sum += V.Select(largest, power - one, power);
            ties += largest & one;
        }
        return (ties, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Load(double* source) => V.Load(in *source);
}
