using System.Numerics;

namespace ParityNet.Native.Losses;

/// <summary>
/// The inputs of a row of up to three vectors, and the buffers that accumulate its derivatives; null if they are not requested.
/// </summary>
unsafe struct VectorBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Z;

    /// <summary>The length of each vector: that of the longest, or 1, which broadcasts.</summary>
    public nint LengthX, LengthY, LengthZ;

    /// <summary>The target of the row; 1 if there is none.</summary>
    public double Target;

    public double* ByX, ByY, ByZ;
}
