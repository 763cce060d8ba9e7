using System.Runtime.Intrinsics;

namespace ParityNet.Native.Simd;

/// <summary>The vector width and thread count with which kernels run; results do not depend on them.</summary>
/// <param name="Width">The lanes to use.</param>
/// <param name="Threads">The maximum number of threads for one call; at least 1.</param>
readonly record struct Plan(VectorWidth Width, int Threads)
{
    /// <summary>Extended-range numbers (<c>Wide</c>), one at a time, on one thread.</summary>
    public static Plan Wide { get; } = new(VectorWidth.Wide, 1);

    public bool IsWide => Width == VectorWidth.Wide;

    /// <summary>The widest lanes this processor accelerates, and one thread per logical processor.</summary>
    public static Plan Best { get; } = new(
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.Scalar,
        Environment.ProcessorCount);
}
