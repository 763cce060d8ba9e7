using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>
/// A function that tells of every derivative that is not finite, by <see cref="Beyond.Leave"/>, while it still has it in a register or in
/// the first cache; nobody has to read its gradients again.
/// </summary>
interface ITelling
{
    /// <summary>Whether it tells of its value too.</summary>
    bool TellsOfValue { get; }
}
