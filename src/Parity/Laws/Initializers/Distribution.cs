using ParityNet.Definitions.Numbers;
using ParityNet.Initializers;

namespace ParityNet.Parity.Laws;

/// <summary>The distribution from which an initializer must draw, by the formulas of the papers.</summary>
/// <param name="Below">The cumulative distribution function.</param>
/// <param name="Smallest">The lower bound of the support.</param>
/// <param name="Most">The upper bound of the support.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Variance">The variance.</param>
sealed record Distribution(Func<double, double> Below, double Smallest, double Most, double Mean, double Variance)
{
    // In units of u = 2⁻⁵³ the gain has a relative error of at most 2½, the square root of a quotient of 1½, and their product adds 1; the
    // bound from which numbers are drawn has as much.
    const double Rounding = 10.0 / (1L << 53);

    /// <summary>The distribution of each element; null where the elements are dependent or constant.</summary>
    public static Distribution? Of(InitializerSpec spec, ReadOnlySpan<nint> shape)
    {
        double field = Shape.Count(shape[2..]), fanIn = shape[1] * field, fanOut = shape[0] * field;
        return spec switch
        {
            Uniform s => Even(s.Low, s.High),
            Normal s => Bell(s.Mean, s.StandardDeviation),
            TruncatedNormal s => Cut(s),
            XavierUniform s => Even(s.Gain * Math.Sqrt(6 / (fanIn + fanOut))),
            XavierNormal s => Bell(0, s.Gain * Math.Sqrt(2 / (fanIn + fanOut))),
            KaimingUniform s => Even(GainOf(s.Nonlinearity, s.NegativeSlope) * Math.Sqrt(3 / (s.Mode == FanMode.FanIn ? fanIn : fanOut))),
            KaimingNormal s => Bell(0, GainOf(s.Nonlinearity, s.NegativeSlope) / Math.Sqrt(s.Mode == FanMode.FanIn ? fanIn : fanOut)),
            ConstantValue or Orthogonal => null,
            _ => throw new InvalidOperationException($"{spec.Name} must say how its numbers are distributed: expected a line here, got none."),
        };
    }

    static double GainOf(Nonlinearity nonlinearity, double derivative) => nonlinearity switch
    {
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.Relu => Math.Sqrt(2),
        Nonlinearity.LeakyRelu => Math.Sqrt(2 / (1 + derivative * derivative)),
        Nonlinearity.Selu => 3.0 / 4,
        _ => 1,
    };

    static Distribution Even(double bound) => Even(-bound * (1 + Rounding), bound * (1 + Rounding));

    static Distribution Even(double low, double high) => new(
        x => Math.Clamp((x - low) / (high - low), 0, 1), low, high, (low + high) / 2, (high - low) * (high - low) / 12);

    static Distribution Bell(double mean, double deviation) =>
        new(x => Phi((x - mean) / deviation), double.NegativeInfinity, double.PositiveInfinity, mean, deviation * deviation);

    static Distribution Cut(TruncatedNormal s)
    {
        double from = (s.Low - s.Mean) / s.StandardDeviation, to = (s.High - s.Mean) / s.StandardDeviation;
        double low = Phi(from), mass = Phi(to) - low, shift = (Density(from) - Density(to)) / mass;
        return new(x => (Phi((x - s.Mean) / s.StandardDeviation) - low) / mass, s.Low, s.High, s.Mean + s.StandardDeviation * shift,
            s.StandardDeviation * s.StandardDeviation * (1 + (from * Density(from) - to * Density(to)) / mass - shift * shift));
    }

    static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    static double Phi(double x) => (1 + Plain.Erf(new(x / Math.Sqrt(2))).Value) / 2;
}
