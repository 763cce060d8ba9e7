using System.Numerics;

namespace ParityNet.Native.Layers;

/// <summary>Where layer normalisation reads and writes; null where there is nothing to read or no wish to write.</summary>
unsafe struct LayerNormBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Cotangent, Value, ByInput;

    /// <summary>Weights and biases as they stand beside a block of rows.</summary>
    public double* Weight, Bias;

    /// <summary>What each element adds to the gradient by its weight.</summary>
    public double* Terms;
}
