using System.Numerics;

namespace ParityNet.Native.Losses;

/// <summary>Where a row of up to three vectors is read, and where its derivatives are gathered; null where they are not wanted.</summary>
unsafe struct VectorBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Z;

    /// <summary>How many numbers each vector has: as many as the longest, or 1, which is repeated.</summary>
    public nint LengthX, LengthY, LengthZ;

    /// <summary>What the row's target is; 1 where there is none.</summary>
    public double Target;

    public double* ByX, ByY, ByZ;
}
