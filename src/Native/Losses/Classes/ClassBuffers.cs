using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of a classification loss; null for an absent input or an output that is not requested.</summary>
unsafe struct ClassBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Weight, Probabilities, Cotangent, ByInput, ByTarget;

    /// <summary>The contribution of each element to the derivative with respect to its class's weight.</summary>
    public T* ByWeight;

    public long* Labels;
    public double* Losses;

    /// <summary>The class index of ignored rows (PyTorch's <c>ignore_index</c>).</summary>
    public long Ignored;

    /// <summary>The factor of every derivative.</summary>
    public double Scale;

    public readonly double WeightOf(nint c) => Weight == null ? 1 : Real.Wide(Weight[c]);

    /// <summary>Reads the class weights into a block, one per element.</summary>
    public readonly void GatherWeights(RowLayout layout, double* block)
    {
        for (int lane = 0; lane < RowBlocks.Side; lane++)
            for (nint c = 0, index = layout.Offset(lane); c < layout.Depth; c++, index += layout.Step)
                block[c * RowBlocks.Side + lane] = index < layout.Length ? WeightOf(index) : 0;
    }

    public readonly double ScaleOf(nint row) => Cotangent == null ? Scale : Scaled(row);

    // A call, so that the rare case is not inlined into every loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly double Scaled(nint row) => (Number)Scale * Real.Wide(Cotangent[row]);
}
