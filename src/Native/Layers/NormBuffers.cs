using System.Numerics;

namespace ParityNet.Native.Layers;

/// <summary>The input and output buffers of the normalization of rows; null for an absent input or an output that is not requested.</summary>
unsafe struct NormBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Cotangent, Value, ByInput;

    /// <summary>Weights and biases in the layout of a block of rows.</summary>
    public double* Weight, Bias;

    /// <summary>Weights and biases of consecutive rows, where they differ from row to row; null where all rows have those above.</summary>
    public T* RowWeights, RowBiases;

    /// <summary>The number of rows after which weights and biases are repeated.</summary>
    public nint Period;

    /// <summary>The contribution of each element to the gradient with respect to its weight.</summary>
    public double* Terms;
}
