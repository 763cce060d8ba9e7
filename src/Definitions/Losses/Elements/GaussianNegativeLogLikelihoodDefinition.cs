using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// D. A. Nix and A. S. Weigend, 1994: ½(ln v + r²/v), optionally plus ½ ln 2π, where v is the variance clamped to at least ε.
sealed class GaussianNegativeLogLikelihoodDefinition : BroadcastLossDefinition<GaussianNegativeLogLikelihood>
{
    protected override R Loss<R>(GaussianNegativeLogLikelihood spec, GroupInputs<R> x)
    {
        R v = Variance(spec, x), r = x["input"][0] - x["target"][0], square = R.Square(r) / v, byRatio = r * (r / v);
        R loss = R.Half * (R.Log(v) + R.Hull(square, byRatio));
        // In closed form d/dv is ½(1 − r²/v)/v.
        R held = R.Detach(v), onPaper = R.Half * (R.Square(r) / held) + v * (R.Half * (R.One - R.Detach(byRatio)) / held);
        R value = spec.Full ? loss + R.FromHost(Host.Log(2 * Host.Pi) * 0.5) : loss;
        return R.WithDerivativeOf(value, onPaper);
    }

    // libtorch clamps under no_grad: the derivative below ε is that at ε, not 0.
    static R Variance<R>(GaussianNegativeLogLikelihood spec, GroupInputs<R> x)
        where R : struct, IReal<R>
    {
        R smallest = R.FromHost(spec.Epsilon), variance = x["var"][0], held = R.Detach(variance);
        return R.WithDerivativeOf(R.Where(held < smallest, smallest, held), variance);
    }
}
