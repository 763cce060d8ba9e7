using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin et al., 2017: α_t·(1 − p_t)^γ·CE, with 1 − p_t = σ(x)(1 − y) + σ(−x)·y.
sealed class SigmoidFocalDefinition : ElementLossDefinition<SigmoidFocal>
{
    // Both factors, the weight and γ.
    protected override bool HasInnerFactors(SigmoidFocal spec) => true;

    protected override R Element<R>(SigmoidFocal spec, R prediction, R target)
    {
        R missed = R.Sigmoid(prediction) * (R.One - target) + R.Sigmoid(-prediction) * target;
        R loss = BinaryCrossEntropyWithLogitsDefinition.Nats(prediction, target) * Power(missed, spec.Gamma);
        return spec.Alpha == SigmoidFocal.Unweighted
            ? loss
            : (R.FromHost(spec.Alpha) * target + R.FromHost(Host.One - spec.Alpha) * (R.One - target)) * loss;
    }

    static R Power<R>(R x, double exponent)
        where R : struct, IReal<R>
    {
        if (double.IsInteger(exponent))
            return R.Pow(x, (long)exponent);
        R number = R.FromHost(exponent), less = R.Detach(R.Exp((number - R.One) * R.Log(x)));
        return R.WithSlopeOf(R.Exp(number * R.Log(x)), x * (number * less));
    }
}
