using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>The exponentials of rows over their greatest elements: <c>e^(x − max)</c>, and their sum without the one that is certainly 1.</summary>
/// <remarks>The sum is <c>1 + Rest</c>; its logarithm is taken from the rest, so that a loss near 0 keeps all its digits.</remarks>
readonly unsafe struct Exponentials<V, T>(V max, V rest)
    where V : struct, ILanes<V, double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly V Max = max;
    public readonly V Rest = rest;

    public V Sum => V.All(1) + Rest;

    public V LogSum => Elementary<T>.Of<Log1p, V>(Rest);

    /// <summary>Reads rows from <paramref name="x"/> on and writes their exponentials from <paramref name="powers"/> on.</summary>
    public static Exponentials<V, T> Of(double* x, double* powers, nint length)
    {
        V max = Load(x);
        for (nint c = 1; c < length; c++)
            max = V.Max(max, Load(x + c * RowBlocks.Side));
        V one = V.All(1), ties = -one;
        var sum = RunningSum<V, T>.Zero;
        for (nint c = 0; c < length; c++)
        {
            V element = Load(x + c * RowBlocks.Side), power = Elementary<T>.Exp(element - max), greatest = V.Equal(element, max);
            power.Store(ref powers[c * RowBlocks.Side]);
            // The power of the greatest is 1, or NaN where it is infinite; 1 less leaves 0 or the NaN.
            sum += V.Select(greatest, power - one, power);
            ties += greatest & one;
        }
        return new(max, sum.Value + ties);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Load(double* source) => V.Load(in *source);
}
