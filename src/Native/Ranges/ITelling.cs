using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>
/// A function that reports every non-finite derivative by <see cref="Beyond.Leave"/> while the derivative is still in a register or in the
/// L1 cache, so that its gradients need no second pass.
/// </summary>
interface ITelling
{
    /// <summary>Whether it reports a non-finite value too.</summary>
    bool TellsOfValue { get; }
}
