using System.Numerics;

namespace ParityNet.Native.Losses;

/// <summary>Where the elements of a loss are read and written; null where there is nothing to read or no wish to write.</summary>
unsafe struct LossBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Z, Weight, Cotangent;
    public T* Value, ByX, ByY, ByZ;
}
