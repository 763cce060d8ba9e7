using ParityNet.Definitions.Numbers;
using ParityNet.Initializers;

namespace ParityNet.Parity.Laws;

/// <summary>What an initializer must draw from, by the formulas of the papers.</summary>
/// <param name="Below">The probability of a number of at most so much.</param>
/// <param name="Smallest">The smallest number possible.</param>
/// <param name="Most">The largest.</param>
sealed record Distribution(Func<double, double> Below, double Smallest, double Most)
{
    // A gain is off by 2½ half-units at most, the root of a quotient by 1½, their product by 1 more; and so is the bound that numbers were drawn with.
    const double Rounding = 10.0 / (1L << 53);

    /// <summary>The distribution of every number of a tensor; null where numbers depend on each other or on no chance.</summary>
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

    static Distribution Even(double low, double high) => new(x => Math.Clamp((x - low) / (high - low), 0, 1), low, high);

    static Distribution Bell(double mean, double deviation) => new(x => Phi((x - mean) / deviation), double.NegativeInfinity, double.PositiveInfinity);

    static Distribution Cut(TruncatedNormal s)
    {
        double low = Phi((s.Low - s.Mean) / s.StandardDeviation), mass = Phi((s.High - s.Mean) / s.StandardDeviation) - low;
        return new(x => (Phi((x - s.Mean) / s.StandardDeviation) - low) / mass, s.Low, s.High);
    }

    static double Phi(double x) => (1 + Plain.Erf(new(x / Math.Sqrt(2))).Value) / 2;
}
