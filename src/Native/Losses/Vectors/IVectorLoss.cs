using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of vectors.</summary>
interface IVectorLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Returns the loss of a row; adds its requested derivatives, times the scale.</summary>
    double Row(VectorBuffers<T> at, double scale, Plan plan);

    /// <summary>Whether short rows can be computed eight at a time, by <see cref="Rows{V}"/>.</summary>
    bool HasLanes => false;

    /// <summary>Returns the losses of one vector of rows, and writes their requested derivatives.</summary>
    /// <param name="at">The rows.</param>
    /// <param name="target">The target of each row.</param>
    /// <param name="scale">The factor of the derivatives.</param>
    /// <param name="usual">Whether <see cref="Row"/> would compute a row with no other formula; it computes the others.</param>
    V Rows<V>(VectorParts at, V target, V scale, out V usual) where V : struct, ILanes<V, double>;
}
