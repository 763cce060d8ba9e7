using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// I. Loshchilov and F. Hutter, 2019: θ ← θ(1 − ηλ), then Adam with the gradient as it is.
sealed class AdamWDefinition : OptimizerDefinition<AdamW>
{
    protected override void Update<R>(AdamW spec, Coordinate<R> x, long step, Host rate)
    {
        x.Parameter *= R.FromHost(1 - rate * spec.WeightDecay);
        AdamDefinition.Move(x, x.Gradient, (spec.Beta1, spec.Beta2), spec.Epsilon, spec.AmsGrad, step, rate);
    }
}
