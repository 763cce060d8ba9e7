using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>A function that tells of every slope that is not finite, by <see cref="Beyond.Leave"/>, while it still has it in a register; nobody has to read its gradients again.</summary>
interface ITelling;
