using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The 0-norm: the number of nonzero differences <c>x − y + ε</c>; its derivative is 0.</summary>
readonly unsafe struct CountDistance<T>(double epsilon) : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double nudge = Real.Wide(Real.Of<T>(epsilon));

    public double Of(T* x, T* y, nint length, Plan plan) => Sums.Run<double, Others>(new(new(x, y, nudge)), length, plan);

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan)
    {
    }

    readonly struct Others(Difference<T> z) : ITerm<double>
    {
        readonly Difference<T> z = z;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index) where V : struct, ILanes<V, double> => V.Select(V.Equal(z.At<V>(index), V.All(0)), V.All(0), V.All(1));
    }
}
