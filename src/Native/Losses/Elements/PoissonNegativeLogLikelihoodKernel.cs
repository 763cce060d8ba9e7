using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>x − y·ln(x + ε)</c>; its derivatives are <c>1 − y/(x + ε)</c> and <c>−ln(x + ε)</c>.</summary>
readonly struct PoissonNegativeLogLikelihoodKernel<T>(PoissonNegativeLogLikelihood spec) : IElementLoss<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double epsilon = Real.Wide(Real.Of<T>(spec.Epsilon));
    readonly bool full = spec.Full;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, rate = x + V.All(epsilon), log = Elementary<T>.Of<Log, V>(rate);
        LossElement<V> loss = new(x - y * log, (V.All(1) - y / rate) * at.Scale, -log * at.Scale);
        return full ? Stirling<T>.Added(loss, at) : loss;
    }
}
