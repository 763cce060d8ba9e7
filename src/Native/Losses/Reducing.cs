namespace ParityNet.Native.Losses;

/// <summary>How a sum of losses becomes the result, and what that makes of their derivatives.</summary>
/// <param name="reduction">The reduction.</param>
/// <param name="count">The number of losses.</param>
/// <param name="batch">The length of the first dimension of the prediction.</param>
/// <param name="unit">1, or 1/ln 2 for bits.</param>
readonly struct Reducing(Reduction reduction, nint count, nint batch, double unit)
{
    readonly double divisor = reduction switch { Reduction.Mean => count, Reduction.BatchMean => batch, _ => 1 };

    /// <summary>The result.</summary>
    public double Result(Number sum) => sum / divisor * unit;

    /// <summary>The factor of every derivative, given that of the result: means multiply by 1/N, as libtorch does.</summary>
    public double ScaleBy(double cotangent) => (Number)(1 / divisor * unit) * cotangent;

    /// <summary>Nats to bits, or 1.</summary>
    public static double Unit(LogBase logBase) => logBase == LogBase.Bits ? 1 / Math.Log(2) : 1;
}
