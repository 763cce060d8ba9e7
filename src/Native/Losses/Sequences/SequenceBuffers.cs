using System.Numerics;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of losses of sequences; derivatives are null if they are not requested.</summary>
unsafe struct SequenceBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, ByX;

    /// <summary>All labels, and the position among them of each sequence's first.</summary>
    public long* Labels, Starts;

    /// <summary>The number of steps and of labels of each sequence.</summary>
    public long* Steps, Lengths;

    /// <summary>The loss of each sequence, and the factor of its derivatives.</summary>
    public double* Losses, Scales;

    public int MostSteps, Batch, Classes, Blank;

    /// <summary>Whether an infinite loss has derivatives of 0.</summary>
    public bool ZeroInfinity;

    public readonly ReadOnlySpan<long> LabelsOf(int sequence) => new(Labels + Starts[sequence], (int)Lengths[sequence]);

    /// <summary>The scores of a sequence in a step.</summary>
    public readonly T* At(T* numbers, int step, int sequence) => numbers + ((nint)step * Batch + sequence) * Classes;

    /// <summary>Writes derivatives of 0 for the steps of some sequences.</summary>
    public readonly void Clear(int from, int to, int sequence, int count)
    {
        for (int t = from; t < to; t++)
            new Span<T>(At(ByX, t, sequence), count * Classes).Clear();
    }
}
