using System.Numerics;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of the Euclidean norm of rows; null for an output that is not requested.</summary>
unsafe struct L2NormBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Cotangent, ByInput, ByTarget;
    public double* Norms;

    /// <summary>The factor of every derivative.</summary>
    public double Scale;

    public readonly double ScaleOf(nint row) => Cotangent == null ? Scale : (Number)Scale * Real.Wide(Cotangent[row]);

    /// <summary>Computes a single row.</summary>
    public readonly void Row(nint length, nint row, Plan plan)
    {
        nint start = row * length;
        double norm = EuclideanNorm.Of<SquaredDifferences<T>>(new(X + start, Y + start), length, plan);
        if (ByInput != null || ByTarget != null)
            Blocks.Run<double, L2NormDerivative<T>>(new(X + start, Y + start, norm, ScaleOf(row),
                ByInput == null ? null : ByInput + start, ByTarget == null ? null : ByTarget + start), length, plan);
        Norms[row] = norm;
    }
}
