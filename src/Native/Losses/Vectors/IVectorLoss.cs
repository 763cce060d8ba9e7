using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of rows.</summary>
interface IVectorLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The loss of a row; adds its derivatives, times the scale, where they are wanted.</summary>
    double Row(VectorBuffers<T> at, double scale, Plan plan);
}
