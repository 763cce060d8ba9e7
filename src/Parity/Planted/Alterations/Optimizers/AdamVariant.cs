using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Adam in double with one thing wrong.</summary>
static class AdamVariant
{
    public static PlantedError Of(string name, Func<Adam, OtherRule.One, Parts, Parts> wrong) => new(name, "adam", right =>
        new OtherRule(right, (spec, x) => spec is Adam adam ? Step(adam, x, wrong) : throw new NotSupportedException()));

    /// <summary>What goes into a step, in the order in which it is computed.</summary>
    public sealed record Parts
    {
        public double G { get; init; }

        public double M { get; init; }

        public double V { get; init; }

        public double Max { get; init; }

        public double Correction1 { get; init; }

        public double Correction2 { get; init; }

        public double? Denominator { get; init; }

        public double After { get; init; }
    }

    static OtherRule.One Step(Adam s, OtherRule.One x, Func<Adam, OtherRule.One, Parts, Parts> wrong)
    {
        double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P;
        double v = s.Beta2 * x["exp_avg_sq"] + (1 - s.Beta2) * g * g;
        Parts p = wrong(s, x, new()
        {
            G = g,
            M = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g,
            V = v,
            Max = Math.Max(x["max_exp_avg_sq"], v),
            Correction1 = 1 - Math.Pow(s.Beta1, x.T),
            Correction2 = 1 - Math.Pow(s.Beta2, x.T),
        });
        double divisor = p.Denominator ?? Math.Sqrt(s.AmsGrad ? p.Max : p.V) / Math.Sqrt(p.Correction2) + s.Epsilon;
        double after = x.P - x.Rate / p.Correction1 * p.M / divisor + p.After;
        return (x with { P = after }).Set("exp_avg", p.M).Set("exp_avg_sq", p.V).Set("max_exp_avg_sq", p.Max);
    }
}
