using System.Numerics;

namespace ParityNet.Native.Activations;

/// <summary>
/// The input and output buffers of an activation; null for an absent input or an output that is not requested. A second argument is called
/// its weight.
/// </summary>
unsafe struct ActivationBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Weight, Cotangent, Value, ByInput, ByWeight;

    /// <summary>The number of weights.</summary>
    public int Weights;
}
