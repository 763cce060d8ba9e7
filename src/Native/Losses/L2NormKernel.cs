using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The terms <c>(2ˢ·r)²</c> of a squared norm, with <c>r = x − y</c>; s keeps squares in range.</summary>
readonly unsafe struct L2NormKernel<T>(T* x, T* y, double power) : ITerm<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, y = y;
    readonly double power = power;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V r = (Elements<V, double, T>.Load(x + index) - Elements<V, double, T>.Load(y + index)) * V.All(power);
        return r * r;
    }

    /// <summary>The norm of a row.</summary>
    public static double Of(T* x, T* y, nint length, Plan plan)
    {
        double norm = Scaled(x, y, length, 1, plan);
        // Squares of finite differences may overflow, or lose digits below the normal numbers; then they are scaled, which is exact.
        if (double.IsNaN(norm) || norm is > 1e-140 and < 1e150)
            return norm;
        double greatest = 0;
        for (nint i = 0; i < length; i++)
            greatest = Math.Max(greatest, Math.Abs(Real.Wide(x[i]) - Real.Wide(y[i])));
        if (greatest == 0 || !double.IsFinite(greatest))
            return greatest;
        double scale = Math.ScaleB(1, Math.Clamp(-Math.ILogB(greatest), -1000, 1000));
        return Scaled(x, y, length, scale, plan) / scale;
    }

    static double Scaled(T* x, T* y, nint length, double scale, Plan plan) =>
        Math.Sqrt(Sums.Run<double, L2NormKernel<T>>(new(x, y, scale), length, plan));
}
