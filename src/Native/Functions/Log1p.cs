using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>log(1 + x), accurate near 0.</summary>
readonly struct Log1p : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number) && WideFunctions.IsFar(x, out Number far) ? Far(x, far) : Ends(x, Short(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.IsFar(x, out Number far))
            return Far(x, far);
        var log = Long(new Pair<D>(x, D.All(0)));
        return Ends(x, log.Value);
    }

    /// <summary>The logarithm with a relative error of at most 2^-37.5, for −1 &lt; x &lt; 2^128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Short<D>(D x) where D : struct, ILanes<D, double>
    {
        var parts = Logarithm<D>.Of(x + 1);
        return new Logarithm<D>(parts.N, D.Select(D.Equal(parts.N, D.All(0)), x, parts.F)).Short;
    }

    /// <summary>The logarithm in double-double, for finite x &gt; −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Long<D>(Pair<D> x) where D : struct, ILanes<D, double>
    {
        var sum = Pair<D>.Sum(D.All(1), x.High);
        var parts = Logarithm<D>.Of(sum.High);
        var f = Pair<D>.Sum(parts.F, (sum.Low + x.Low) * Powers<D>.Inverse(parts.N));
        D near = D.Equal(parts.N, D.All(0));
        return new Logarithm<D>(parts.N, D.Select(near, x.High, f.High)).Long(D.Select(near, x.Low, f.Low));
    }

    static D Far<D>(D x, Number far)
        where D : struct, ILanes<D, double> => D.Select(D.Abs(x) < D.All(1), x, WideFunctions.Lanes<D>(WideFunctions.Log(far)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static D Ends<D>(D x, D value) where D : struct, ILanes<D, double> =>
        // 1 + x loses the sign of a zero.
        D.CopySign(Logarithm<D>.Ends(x + 1, value), x);
}
