using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The derivatives <c>±r/‖r‖</c> of a Euclidean norm; 0 where the norm is 0.</summary>
readonly unsafe struct L2NormDerivative<T>(T* x, T* y, double norm, double scale, T* byInput, T* byTarget) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, y = y, byInput = byInput, byTarget = byTarget;
    readonly double norm = norm == 0 ? 1 : norm, scale = norm == 0 ? 0 : scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        V r = Elements<V, double, T>.Load(x + index) - Elements<V, double, T>.Load(y + index);
        V derivative = r / V.All(norm) * V.All(scale);
        if (byInput != null)
            Elements<V, double, T>.Store(derivative, byInput + index);
        if (byTarget != null)
            Elements<V, double, T>.Store(-derivative, byTarget + index);
    }
}
