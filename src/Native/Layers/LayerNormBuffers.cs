using System.Numerics;

namespace ParityNet.Native.Layers;

/// <summary>The input and output buffers of layer normalization; null for an absent input or an output that is not requested.</summary>
unsafe struct LayerNormBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Cotangent, Value, ByInput;

    /// <summary>Weights and biases in the layout of a block of rows.</summary>
    public double* Weight, Bias;

    /// <summary>The contribution of each element to the gradient with respect to its weight.</summary>
    public double* Terms;
}
