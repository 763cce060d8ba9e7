using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The largest size of the differences <c>x − y + ε</c>; those equally large share the slope.</summary>
/// <remarks>Rounded as libtorch rounds them: which differences are equal must not depend on digits that it does not have.</remarks>
readonly unsafe struct GreatestDistance<T>(double epsilon) : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T nudge = Real.Of<T>(epsilon);

    public double Of(T* x, T* y, nint length, Plan plan)
    {
        T greatest = T.Zero;
        for (nint i = 0; i < length; i++)
            greatest = T.Max(greatest, T.Abs(x[i] - y[i] + nudge));
        return Real.Wide(greatest);
    }

    public void AddSlopes(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan)
    {
        T greatest = Real.Of<T>(distance);
        nint ties = 0;
        for (nint i = 0; i < length; i++)
            ties += T.Abs(x[i] - y[i] + nudge) == greatest ? 1 : 0;
        double share = factor / ties;
        for (nint i = 0; i < length && distance > 0; i++)
        {
            T z = x[i] - y[i] + nudge;
            if (T.Abs(z) != greatest)
                continue;
            double slope = z > T.Zero ? share : -share;
            if (byX != null)
                byX[i] += slope;
            if (byY != null)
                byY[i] -= slope;
        }
    }
}
