using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>The density of the standard normal distribution, <c>e^(−½x²) / √2π</c>.</summary>
readonly struct NormalPdf : IElementary
{
    const double InverseRoot = 0.3989422804014327, InverseRootRest = -2.49232720227773e-17;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D a = D.Clamp(x, -15, 15);
        return ShortPowers<D>.Of(D.All(-0.5) * a * a).Value * D.All(InverseRoot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        var bell = Gauss.Bell(D.Clamp(x, -38.7, 38.7), -0.5);
        var fraction = bell.Fraction;
        var product = Pair<D>.Product(fraction.High, D.All(InverseRoot));
        D value = product.High + (product.Low + (fraction.High * D.All(InverseRootRest) + fraction.Low * D.All(InverseRoot)));
        return Powers<D>.Scale(value, bell.N);
    }
}
