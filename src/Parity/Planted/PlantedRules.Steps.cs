using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

// The rules that the errors change, for one number.
static partial class PlantedRules
{
    // Unlike Math.Sign, at peace with NaN.
    static int Way(double x) => x > 0 ? 1 : x < 0 ? -1 : 0;

    // Gradient and parameter after decay.
    static (double G, double P) Pulled(OptimizerSpec s, OtherRule.One x)
    {
        double g = s.Maximize ? -x.G : x.G;
        return s.DecouplesDecay ? (g, x.P * (1 - x.Rate * s.WeightDecay)) : (g + s.WeightDecay * x.P, x.P);
    }

    static OtherRule.One Summed(Adagrad s, OtherRule.One x, double rate, Func<double, double, double> divisor)
    {
        (double g, double p) = Pulled(s, x);
        double sum = x["sum"] + g * g, decayed = rate / (1 + (x.T - 1) * s.LearningRateDecay);
        return (x with { P = p - decayed * (g / divisor(sum, s.Epsilon)) }).Set("sum", sum);
    }

    static OtherRule.One Twice(RmsProp s, OtherRule.One x)
    {
        (double g, double p) = Pulled(s, x);
        double v = s.Alpha * x["square_avg"] + (1 - s.Alpha) * g * g, mean = s.Alpha * x["grad_avg"] + (1 - s.Alpha) * g, spread = s.Centered
            ? v - mean * mean : v;
        double divisor = s.Placement == EpsilonPlacement.Inside ? Math.Sqrt(spread + s.Epsilon) : Math.Sqrt(spread) + s.Epsilon;
        double b = s.Momentum * x["momentum_buffer"] + x.Rate * g / divisor;
        return (x with { P = p - x.Rate * b }).Set("square_avg", v).Set("grad_avg", mean).Set("momentum_buffer", b);
    }

    static OtherRule.One Max(Adamax s, OtherRule.One x, Func<double, double, double> size)
    {
        (double g, double p) = Pulled(s, x);
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, u = size(x["exp_inf"], g);
        return (x with { P = p - x.Rate / (1 - Math.Pow(s.Beta1, x.T)) * m / u }).Set("exp_avg", m).Set("exp_inf", u);
    }

    static OtherRule.One Rectified(
        RAdam s, OtherRule.One x, double? rate = null, double threshold = 5, double? epsilon = null, bool inside = false, double twice = 2)
    {
        (double g, double p) = Pulled(s, x);
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, v = s.Beta2 * x["exp_avg_sq"] + (1 - s.Beta2) * g * g;
        double c = 1 - Math.Pow(s.Beta2, x.T), far = 2 / (1 - s.Beta2) - 1, rho = far - twice * x.T * Math.Pow(s.Beta2, x.T) / c,
            mean = m / (1 - Math.Pow(s.Beta1, x.T));
        double e = epsilon ?? s.Epsilon, share = Math.Sqrt((rho - 4) * (rho - 2) * far / ((far - 4) * (far - 2) * rho));
        double move = rho > threshold ? (rate ?? x.Rate) * share * mean * (inside ? Math.Sqrt(c / (v + e)) : Math.Sqrt(c) / (Math.Sqrt(v) + e))
            : x.Rate * mean;
        return (x with { P = p - move }).Set("exp_avg", m).Set("exp_avg_sq", v);
    }

    static OtherRule.One Nesterov(NAdam s, OtherRule.One x, double product, double extra = 1, bool replaced = false)
    {
        (double g, double p) = Pulled(s, x);
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, v = s.Beta2 * x["exp_avg_sq"] + (1 - s.Beta2) * g * g;
        double now = s.MomentumAt(x.T), then = s.MomentumAt(x.T + 1), all = product * now;
        double d = Math.Sqrt(v / (1 - Math.Pow(s.Beta2, x.T))) + s.Epsilon;
        double after = p - x.Rate * (1 - now) / (1 - all) * g / d - x.Rate * then / (1 - all * extra * then) * (replaced ? g * (1 - then) : m) / d;
        return (x with { P = after }).Set("exp_avg", m).Set("exp_avg_sq", v).Set("mu_product", all);
    }

    static OtherRule.One Averaged(Asgd s, OtherRule.One x, double size, double next)
    {
        (double g, _) = Pulled(s, x);
        double p = x.P * (1 - s.Decay * size) - size * g;
        return (x with { P = p }).Set("ax", x["mu"] == 1 ? p : x["ax"] + x["mu"] * (p - x["ax"])).Set("eta", next).Set("mu", s.WeightAfter(x.T));
    }

    static OtherRule.One Differences(Adan s, OtherRule.One x, bool starts = true, double sign = 1, double both = 1, double? weight = null)
    {
        double g = s.Maximize ? -x.G : x.G, difference = x.T == 1 && starts ? 0 : sign * (x["neg_pre_grad"] + g), joined = g + both * s.Beta2
            * difference;
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, d = s.Beta2 * x["exp_avg_diff"] + (1 - s.Beta2) * difference;
        double n = s.Beta3 * x["exp_avg_sq"] + (1 - s.Beta3) * joined * joined, divisor = Math.Sqrt(n / (1 - Math.Pow(s.Beta3, x.T))) + s.Epsilon;
        double decay = x.Rate * s.WeightDecay, p = s.NoProximal ? x.P * (1 - decay) : x.P;
        p -= x.Rate * (m / (1 - Math.Pow(s.Beta1, x.T)) + (weight ?? s.Beta2) * d / (1 - Math.Pow(s.Beta2, x.T))) / divisor;
        return (x with { P = s.NoProximal ? p : p / (1 + decay) }).Set("exp_avg", m).Set("exp_avg_diff", d).Set("exp_avg_sq", n).Set("neg_pre_grad",
            -g);
    }

    static OtherRule.One Belief(AdaBelief s, OtherRule.One x, Func<double, double, double> stray)
    {
        (double g, double p) = Pulled(s, x);
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, off = stray(g, m), spread = s.Beta2 * x["exp_avg_var"] + (1 - s.Beta2) * off
            * off + s.EpsilonRoot;
        double divisor = Math.Sqrt(spread / (1 - Math.Pow(s.Beta2, x.T))) + s.Epsilon;
        return (x with { P = p - x.Rate / (1 - Math.Pow(s.Beta1, x.T)) * m / divisor }).Set("exp_avg", m).Set("exp_avg_var", spread);
    }

    static OtherRule.One Additive(Yogi s, OtherRule.One x, Func<double, double, double> square)
    {
        (double g, double p) = Pulled(s, x);
        double m = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * g, v = square(x["exp_avg_sq"], g * g);
        double divisor = Math.Sqrt(Math.Abs(v) / (1 - Math.Pow(s.Beta2, x.T)) + s.EpsilonRoot) + s.Epsilon;
        return (x with { P = p - x.Rate / (1 - Math.Pow(s.Beta1, x.T)) * m / divisor }).Set("exp_avg", m).Set("exp_avg_sq", v);
    }

    static OtherRule.One Sign(Lion s, OtherRule.One x, Func<double, double, double> blend, Func<double, double, double> mean, bool sign = true)
    {
        (double g, double p) = Pulled(s, x);
        double along = blend(x["exp_avg"], g);
        return (x with { P = p - x.Rate * (sign ? Way(along) : along) }).Set("exp_avg", mean(x["exp_avg"], g));
    }

    static double Mean(Signum s, OtherRule.One x, double pull = 0) =>
        s.Momentum * x["momentum_buffer"] + (1 - s.Momentum) * ((s.Maximize ? -x.G : x.G) + pull);

    static OtherRule.One Signs(Rprop s, OtherRule.One x, double? decay = null, bool rests = true, bool bounded = true, bool turned = false)
    {
        double g = (s.Maximize ? -x.G : x.G) + (decay ?? s.WeightDecay) * x.P, turn = Way(g) * Way(x["prev"]) * (turned ? -1 : 1);
        double size = x["step_size"] * (turn > 0 ? s.EtaPlus : turn < 0 ? s.EtaMinus : 1), kept = turn < 0 && rests ? 0 : g;
        size = bounded ? Math.Clamp(size, s.SmallestStep, s.LargestStep) : size;
        return (x with { P = x.P - Way(kept) * size }).Set("prev", kept).Set("step_size", size);
    }
}
