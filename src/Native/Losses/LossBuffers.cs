using System.Numerics;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of an elementwise loss; null for an absent input or an output that is not requested.</summary>
unsafe struct LossBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Z, Weight, Cotangent;
    public T* Value, ByX, ByY, ByZ;
}
