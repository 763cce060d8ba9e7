using System.Runtime.Intrinsics;

namespace ParityNet.Native.Simd;

/// <summary>How to run kernels; results do not depend on it.</summary>
/// <param name="Width">The lanes to use.</param>
/// <param name="Threads">The most threads at work on one call; at least 1.</param>
readonly record struct Plan(VectorWidth Width, int Threads)
{
    /// <summary>One number at a time, on one thread, each with an exponent of its own.</summary>
    public static Plan Wide { get; } = new(VectorWidth.Wide, 1);

    public bool IsWide => Width == VectorWidth.Wide;

    /// <summary>The widest lanes this processor accelerates and all its threads.</summary>
    public static Plan Best { get; } = new(
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.Scalar,
        Environment.ProcessorCount);
}
