namespace ParityNet.Native.Simd;

/// <summary>The width in bits of the vectors that a kernel uses.</summary>
enum VectorWidth
{
    Scalar = 0,

    /// <summary>A single extended-range number (<c>Wide</c>).</summary>
    Wide = 1,

    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}
