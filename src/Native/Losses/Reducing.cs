namespace ParityNet.Native.Losses;

/// <summary>Applies a reduction to a sum of losses, and its factor to their derivatives.</summary>
/// <param name="reduction">The reduction.</param>
/// <param name="count">The number of losses.</param>
/// <param name="batch">The size of the first dimension of the prediction.</param>
/// <param name="unit">1, or 1/ln 2 for bits.</param>
readonly struct Reducing(Reduction reduction, nint count, nint batch, double unit)
{
    readonly double divisor = reduction switch { Reduction.Mean => count, Reduction.BatchMean => batch, _ => 1 };

    /// <summary>The result.</summary>
    public double Result(Number sum) => sum / divisor * unit;

    /// <summary>The factor of every derivative, given the cotangent of the result: a mean multiplies by 1/N, as libtorch does.</summary>
    public double ScaleBy(double cotangent) => (Number)(1 / divisor * unit) * cotangent;

    /// <summary>The factor from nats to the unit of the loss: 1/ln 2 for bits, else 1.</summary>
    public static double Unit(LogBase logBase) => logBase == LogBase.Bits ? 1 / Math.Log(2) : 1;
}
