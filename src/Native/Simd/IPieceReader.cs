namespace ParityNet.Native.Simd;

/// <summary>Reads the output of a kernel again, piece by piece.</summary>
interface IPieceReader
{
    /// <summary>
    /// Reads the elements from <paramref name="start"/> up to, but not including, <paramref name="end"/>, which the kernel has written.
    /// </summary>
    void Read(nint start, nint end);
}
