using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>The products of two sequences, to be summed.</summary>
readonly unsafe struct Dot(double* a, double* b) : ITerm<double>
{
    readonly double* a = a, b = b;

    public static double Of(double[] a, double[] b, Plan plan)
    {
        fixed (double* x = a, y = b)
            return Sums.Run<double, Dot>(new(x, y), a.Length, plan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V ITerm<double>.Term<V>(nint index) => V.Load(in a[index]) * V.Load(in b[index]);
}
