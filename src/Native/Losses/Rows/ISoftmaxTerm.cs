using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A function f of the log-probability of a class.</summary>
interface ISoftmaxTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>f, and its negated derivative with respect to the log-probability.</summary>
    /// <param name="cost">The negative log-probability.</param>
    /// <param name="p">The probability.</param>
    /// <param name="rest">1 − p, computed without cancellation.</param>
    (V Value, V Fall) At<V>(V cost, V p, V rest) where V : struct, ILanes<V, double>;
}
