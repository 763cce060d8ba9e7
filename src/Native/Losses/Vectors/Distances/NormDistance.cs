using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary><c>‖x − y + ε‖ₚ</c>, with derivative 0 where the norm is 0.</summary>
readonly unsafe struct NormDistance<T>(double p, double epsilon) : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double nudge = Real.Wide(Real.Of<T>(epsilon)), p = p;

    public double Of(T* x, T* y, nint length, Plan plan) =>
        Power.Root(Sums.Run<double, NormTerm<T>>(new(new(x, y, nudge), p), length, plan), p);

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan)
    {
        if (distance != 0)
            Blocks.Run<double, NormDerivative<T>>(new(new(x, y, nudge, byX, byY), p, distance, factor), length, plan);
    }
}
