using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>eˣ − y·x</c>; its derivatives are <c>eˣ − y</c> and −x.</summary>
readonly struct PoissonNegativeLogLikelihoodLogKernel<T>(PoissonNegativeLogLikelihood spec) : IElementLoss<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool full = spec.Full;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, infinity = V.All(double.PositiveInfinity);
        // Elementary<float>.Exp saturates at a finite value where e^x overflows a double; but here ∞ − ∞ must be NaN.
        V rate = WideFunctions.ExpIsFar(x, out V far) ? far : V.Select(x > V.All(710), infinity, Elementary<T>.Exp(x));
        LossElement<V> loss = new(rate - y * x, (rate - y) * at.Scale, -x * at.Scale);
        return full ? Stirling<T>.Added(loss, at) : loss;
    }
}
