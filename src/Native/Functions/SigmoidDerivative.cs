using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>The derivative of the logistic function, <c>e/(1 + e)²</c> with <c>e = e^−|x|</c>; tanh′(x) is four times this at 2x.</summary>
readonly struct SigmoidDerivative : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        D e = Elementary<float>.Exp(-D.Abs(x)), below = e + 1;
        return e / (below * below);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number)
            && WideFunctions.ExpIsFar(-D.Abs(x), out D far) ? far / ((far + 1) * (far + 1)) : Logistic<D>.Of(x, D.All(0)).Derivative;
}
