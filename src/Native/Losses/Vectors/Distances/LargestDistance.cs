using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The maximum norm of the differences <c>x − y + ε</c>; on a tie the derivative is split equally.</summary>
/// <remarks>The differences are rounded as in libtorch: which of them tie must not depend on digits that libtorch does not have.</remarks>
readonly unsafe struct LargestDistance<T>(double epsilon) : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T nudge = Real.Of<T>(epsilon);

    public double Of(T* x, T* y, nint length, Plan plan) => plan.IsWide ? Of<Wide<T>>(x, y, length) : Of<Scalar<T>>(x, y, length);

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan)
    {
        if (plan.IsWide)
            Add<Wide<T>>(x, y, length, distance, factor, byX, byY);
        else
            Add<Scalar<T>>(x, y, length, distance, factor, byX, byY);
    }

    double Of<V>(T* x, T* y, nint length) where V : struct, ILanes<V, T>
    {
        V largest = V.All(T.Zero);
        for (nint i = 0; i < length; i++)
            largest = V.Max(largest, V.Abs(At<V>(x, y, i)));
        T distance = T.Zero;
        largest.Store(ref distance);
        return Real.Wide(distance);
    }

    void Add<V>(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY) where V : struct, ILanes<V, T>
    {
        V largest = V.All(Real.Of<T>(distance)), zero = V.All(T.Zero);
        nint ties = 0;
        for (nint i = 0; i < length; i++)
            ties += V.AnySet(V.Equal(V.Abs(At<V>(x, y, i)), largest)) ? 1 : 0;
        Number share = (Number)factor / ties;
        for (nint i = 0; i < length && V.AnySet(largest > zero); i++)
        {
            V z = At<V>(x, y, i);
            if (!V.AnySet(V.Equal(V.Abs(z), largest)))
                continue;
            Number derivative = V.AnySet(z > zero) ? share : -share;
            if (byX != null)
                byX[i] = derivative + byX[i];
            if (byY != null)
                byY[i] = (Number)byY[i] - derivative;
        }
    }

    V At<V>(T* x, T* y, nint i) where V : struct, ILanes<V, T> => V.All(x[i]) - V.All(y[i]) + V.All(nudge);
}
