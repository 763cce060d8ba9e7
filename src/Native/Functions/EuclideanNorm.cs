using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Euclidean norms: deterministic, and without overflow or underflow of the squares.</summary>
static class EuclideanNorm
{
    /// <summary>The square root of the sum of squares.</summary>
    public static Number Of<S>(S squares, nint length, Plan plan) where S : struct, ITerm<double>
    {
        double norm = Math.Sqrt(Sums.Run<double, S>(squares, length, plan));
        // Squares of finite numbers may overflow, or lose digits as subnormal numbers.
        return double.IsNaN(norm) && !plan.IsWide || norm is > 1e-140 and < 1e150 ? norm : Number.Sqrt(Sums.Wide<double, S>(squares, length));
    }
}
