using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>Powers and roots of nonnegative numbers.</summary>
static class Power
{
    const int MostFactors = 64;

    /// <summary>xᵖ: a product for integer p, else <see cref="RealPower{T}"/> for the range of <c>double</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V x, double p) where V : struct, ILanes<V, double>
    {
        if (p == 1)
            return x;
        if (p == 2)
            return x * x;
        if (p == 0.5)
            return V.Sqrt(x);
        return p == -0.5 ? V.All(1) / V.Sqrt(x) : General(x, p);
    }

    // A separate method, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V General<V>(V x, double p) where V : struct, ILanes<V, double>
    {
        if (!IsWhole(p))
            return new RealPower<double>(p).Of(x);
        V result = V.All(1), square = x;
        for (int rest = (int)p; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result *= square;
            // A last, unused squaring could overflow.
            if (rest > 1)
                square *= square;
        }
        return result;
    }

    /// <summary>The p-th root of a sum.</summary>
    public static Number Root(Number sum, double p)
    {
        if (p == 1 || Number.AnySet(Number.Equal(sum, 0)) || !sum.IsFinite)
            return sum;
        if (p == 2)
            return Number.Sqrt(sum);
        if (p == 0.5)
            return sum * sum;
        // The rounding of 1/p counts as often as the logarithm of the sum is large.
        double inverse = 1 / p;
        Number root = new RealPower<double>(inverse).Of(sum), rest = Log.Double(sum) * (Math.FusedMultiplyAdd(-p, inverse, 1) / p);
        root += root * rest;
        if (!IsWhole(p))
            return root;
        // One Newton step gives the roots of whole powers exactly.
        Number next = root - (root - sum / Of(root, p - 1)) / p;
        return next.IsFinite ? next : root;
    }

    static bool IsWhole(double p) => p == Math.Floor(p) && p <= MostFactors;
}
