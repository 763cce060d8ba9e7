using System.Numerics;

namespace ParityNet.Parity.Verdicts;

/// <summary>Errors in ULPs, for display only: verdicts do not depend on them.</summary>
static class UlpError
{
    /// <summary>
    /// <c>|computed − best| / ulp(max(|best|, scale))</c>; 0 for equal infinities and for NaN where NaN is right, else ∞ there.
    /// </summary>
    public static double Of<T>(T computed, double best, double scale) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double value = double.CreateChecked(computed);
        if (double.IsNaN(best) || double.IsNaN(value))
            return double.IsNaN(best) && double.IsNaN(value) ? 0 : double.PositiveInfinity;
        // A value beyond the largest finite number rounds to infinity.
        double rounded = double.CreateChecked(T.CreateTruncating(best));
        if (value == best || value == rounded && double.IsInfinity(value))
            return 0;
        if (double.IsInfinity(value) || double.IsInfinity(best))
            return double.PositiveInfinity;
        return Math.Abs(value - best) / Ulp<T>(Math.Max(Math.Abs(best), scale));
    }

    /// <summary>The distance between neighbouring numbers at a magnitude.</summary>
    public static double Ulp<T>(double size) where T : unmanaged
    {
        bool single = typeof(T) == typeof(float);
        int smallest = single ? -126 : -1022, precision = single ? 24 : 53;
        int exponent = size == 0 ? smallest : Math.Max(Math.ILogB(size), smallest);
        return Math.ScaleB(1, exponent - precision + 1);
    }
}
