using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss over classes.</summary>
interface IClassKernel
{
    /// <summary>The class index of rows that do not count; one that no row can have where all count.</summary>
    long Ignored => long.MinValue;

    /// <summary>Whether the mean divides by the sum of the weights of the rows' classes instead of the number of rows.</summary>
    bool WeighsMean => false;

    /// <summary>Whether the mean of no rows is 0, not NaN.</summary>
    bool EmptyMeanIsZero => false;

    /// <summary>Nats or bits.</summary>
    LogBase Base => LogBase.Nats;

    /// <summary>Computes the loss of every row, and the gradients that are wanted.</summary>
    void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>;
}
