using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary><c>‖x − y + ε‖ₚ</c>, with derivative 0 where the norm is 0.</summary>
readonly unsafe struct NormDistance<T>(double p, double epsilon) : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // Below this the powers may be subnormal.
    const double Vanishing = 1e-270;

    readonly double nudge = Real.Wide(Real.Of<T>(epsilon)), p = p;

    public double Of(T* x, T* y, nint length, Plan plan)
    {
        double sum = Sums.Run<double, NormTerm<T>>(new(new(x, y, nudge), p), length, plan);
        // Powers that underflow are computed again in extended range; differences that are 0 need not be.
        if (!plan.IsWide && sum < Vanishing && p != 1 && new LargestDistance<T>(nudge).Of(x, y, length, plan) != 0)
            Beyond.Leave();
        return Power.Root(sum, p);
    }

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan)
    {
        if (distance != 0)
            Blocks.Run<double, NormDerivative<T>>(new(new(x, y, nudge, byX, byY), p, distance, factor), length, plan);
    }

    public bool HasLanes => p is 1 or 2;

    public V Of<V>(double* x, double* y, nint end, ref V usual) where V : struct, ILanes<V, double>
    {
        V sum = LaneSums<T>.Of<V>(x, y, end, nudge, squared: p == 2);
        usual &= LaneSums<T>.IsUsual(sum);
        return p == 2 ? V.Sqrt(sum) : sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AddDerivatives<V>(double* x, double* y, nint end, V distance, V factor, double* byX, double* byY) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), whole = V.Select(V.Equal(distance, zero), zero, factor), norm = V.Select(V.Equal(distance, zero), V.All(1), distance);
        for (nint position = 0; position < end; position += RowBlocks.Side)
        {
            V z = V.Load(in x[position]) - V.Load(in y[position]) + V.All(nudge);
            LaneSums<T>.Add(p == 1 ? V.Select(V.Equal(z, zero), zero, V.CopySign(V.All(1), z)) * whole : z / norm * whole, position, byX, byY);
        }
    }
}
