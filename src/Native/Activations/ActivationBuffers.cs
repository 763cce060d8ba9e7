using System.Numerics;

namespace ParityNet.Native.Activations;

/// <summary>
/// Where an activation reads and writes; null where there is nothing to read or no wish to write. A second argument is called its weight.
/// </summary>
unsafe struct ActivationBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Weight, Cotangent, Value, ByInput, ByWeight;

    /// <summary>The number of weights.</summary>
    public int Weights;
}
