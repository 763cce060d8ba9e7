using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of vectors.</summary>
interface IVectorLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Returns the loss of a row; adds its requested derivatives, times the scale.</summary>
    double Row(VectorBuffers<T> at, double scale, Plan plan);
}
