using ParityNet.Native.Simd;

namespace ParityNet.Native.Maths;

/// <summary>Euclidean norms in double: deterministic, and without overflow of what is inside them.</summary>
static class EuclideanNorm
{
    /// <summary>The root of the sum of the first squares.</summary>
    public static double Of<S>(S squares, nint length, Plan plan) where S : struct, ISquares<S>
    {
        double norm = Root(squares, length, plan);
        // Squares of finite numbers may overflow, or lose digits below the normal numbers; then they are scaled, which is exact.
        if (double.IsNaN(norm) || norm is > 1e-140 and < 1e150)
            return norm;
        double greatest = squares.Greatest(length);
        if (greatest == 0 || !double.IsFinite(greatest))
            return greatest;
        double scale = Math.ScaleB(1, Math.Clamp(-Math.ILogB(greatest), -1000, 1000));
        return Root(squares.Scaled(scale), length, plan) / scale;
    }

    static double Root<S>(S squares, nint length, Plan plan) where S : struct, ISquares<S> => Math.Sqrt(Sums.Run<double, S>(squares, length, plan));
}
