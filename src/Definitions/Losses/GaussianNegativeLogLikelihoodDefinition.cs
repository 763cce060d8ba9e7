using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// D. A. Nix and A. S. Weigend, 1994: ½(ln v + r²/v), perhaps with ½ ln 2π, where v is the variance, or ε below it.
sealed class GaussianNegativeLogLikelihoodDefinition : BroadcastLossDefinition<GaussianNegativeLogLikelihood>
{
    // The halves may be multiplied in first or last.
    protected override bool HasInnerFactors(GaussianNegativeLogLikelihood spec) => true;

    protected override bool ScalesInside => true;

    protected override R Loss<R>(GaussianNegativeLogLikelihood spec, CellInputs<R> x)
    {
        R v = Variance(spec, x), r = x["input"][0] - x["target"][0];
        R loss = R.Half * (R.Log(v) + R.Hull(R.Square(r) / v, r * (r / v)));
        return spec.Full ? loss + R.FromHost(Host.Log(2 * Host.Pi) * 0.5) : loss;
    }

    // The scale may be divided by the variance first, and both then rounds where it is tiny.
    protected override R Scaled<R>(GaussianNegativeLogLikelihood spec, CellInputs<R> x, R scale)
    {
        R v = Variance(spec, x), held = R.Detach(v), square = R.Square(x["input"][0] - x["target"][0]), half = R.Half * scale;
        R early = half * R.Log(v) + square * (half / held) - v * (half * (R.Detach(square) / held / held));
        return R.WithSlopeOf(Loss(spec, x) * scale, early);
    }

    // libtorch clamps without telling autograd: the slope is that at ε, not 0.
    static R Variance<R>(GaussianNegativeLogLikelihood spec, CellInputs<R> x)
        where R : struct, IReal<R>
    {
        R least = R.FromHost(spec.Epsilon), variance = x["var"][0], held = R.Detach(variance);
        return R.WithSlopeOf(R.Where(held < least, least, held), variance);
    }
}
