namespace ParityNet.Native.Simd;

/// <summary>How many bits the lanes of a kernel take together.</summary>
enum VectorWidth
{
    Scalar = 0,

    /// <summary>A single element with an exponent of its own.</summary>
    Wide = 1,

    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}
