using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A function f of the log-probability of a class.</summary>
interface ISoftmaxTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>f, and minus its derivative by the log-probability.</summary>
    /// <param name="cost">Minus the log-probability.</param>
    /// <param name="p">The probability.</param>
    /// <param name="rest">One minus the probability, with all its digits.</param>
    (V Value, V Fall) At<V>(V cost, V p, V rest) where V : struct, ILanes<V, double>;
}
