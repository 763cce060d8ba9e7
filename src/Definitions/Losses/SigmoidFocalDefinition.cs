using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin et al., 2017: α_t·(1 − p_t)^γ·CE, with 1 − p_t = σ(x)(1 − y) + σ(−x)·y.
sealed class SigmoidFocalDefinition : ElementLossDefinition<SigmoidFocal>
{
    protected override R Element<R>(SigmoidFocal spec, R prediction, R target)
    {
        bool isWeighted = spec.Alpha != SigmoidFocal.Unweighted;
        R other = R.One - target, forZero = R.Sigmoid(prediction) * other, forOne = R.Sigmoid(-prediction) * target;
        R entropy = BinaryCrossEntropyWithLogitsDefinition.Nats(prediction, target), missed = forZero + forOne;
        R power = Power(missed, spec.Gamma), loss = entropy * power;
        R ofOne = R.FromHost(spec.Alpha) * target, ofZero = R.FromHost(Host.One - spec.Alpha) * other;
        R share = isWeighted ? ofOne + ofZero : R.One;

        // A backward pass comes to each part with what all the others multiply it by.
        R upon = R.Detach(share * entropy) * Steep(R.Detach(missed), spec.Gamma);
        R backward = R.Detach(share) * entropy * R.Detach(power) + forZero * upon + forOne * upon;
        if (isWeighted)
            backward = backward + ofOne * R.Detach(loss) + ofZero * R.Detach(loss);
        return R.WithSlopeOf(isWeighted ? share * loss : loss, backward);
    }

    static R Power<R>(R x, double exponent)
        where R : struct, IReal<R> => double.IsInteger(exponent)
            ? R.Pow(x, (long)exponent)
            : R.WithSlopeOf(R.Detach(Real(x, R.FromHost(exponent))), x * Steep(R.Detach(x), exponent));

    // γ·x^(γ − 1).
    static R Steep<R>(R x, double exponent)
        where R : struct, IReal<R> => R.FromHost(exponent) * (double.IsInteger(exponent) && exponent > 0
            ? R.Pow(x, (long)exponent - 1)
            : exponent == 0 ? R.Zero : Real(x, R.FromHost(Host.Of(exponent) - 1)));

    static R Real<R>(R x, R exponent)
        where R : struct, IReal<R> => R.Exp(exponent * R.Log(x));
}
