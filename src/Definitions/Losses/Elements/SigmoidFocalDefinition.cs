using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin and others, 2017: α_t·(1 − p_t)^γ·CE, with 1 − p_t = σ(x)(1 − y) + σ(−x)·y.
sealed class SigmoidFocalDefinition : ElementLossDefinition<SigmoidFocal>
{
    protected override R Element<R>(SigmoidFocal spec, R prediction, R target)
    {
        R other = R.One - target, missed = R.Sigmoid(prediction) * other + R.Sigmoid(-prediction) * target;
        R nats = BinaryCrossEntropyWithLogitsDefinition.Nats(prediction, target);
        // For an infinite target the derivative of the power with exponent 0 is 0·∞.
        R loss = spec.Gamma == 0 ? R.WithDerivativeOf(nats, nats + missed * R.Zero) : nats * RealPower.Of(missed, spec.Gamma);
        return spec.Alpha == SigmoidFocal.Unweighted
            ? loss
            : (R.FromHost(spec.Alpha) * target + R.FromHost(Host.One - spec.Alpha) * other) * loss;
    }
}
