using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a classification loss.</summary>
interface IClassKernel
{
    /// <summary>The class index of ignored rows; by default an index that no row can have.</summary>
    long Ignored => long.MinValue;

    /// <summary>Whether the mean divides by the sum of the weights of the rows' classes instead of the number of rows.</summary>
    bool WeighsMean => false;

    /// <summary>Whether the mean over zero rows is 0 instead of NaN.</summary>
    bool EmptyMeanIsZero => false;

    /// <summary>The base of the logarithm: nats or bits.</summary>
    LogBase Base => LogBase.Nats;

    /// <summary>Computes the loss of every row, and the requested gradients.</summary>
    void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>;
}
