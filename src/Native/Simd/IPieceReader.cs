namespace ParityNet.Native.Simd;

/// <summary>Reads again what a kernel has just written.</summary>
interface IPieceReader
{
    /// <summary>The elements from <paramref name="start"/> to before <paramref name="end"/> are done.</summary>
    void Read(nint start, nint end);
}
