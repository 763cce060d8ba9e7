using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// H. Robbins and S. Monro, 1951; B. T. Polyak, 1964. The three forms of momentum are described at MomentumForm.
sealed class SgdDefinition : OptimizerDefinition<Sgd>
{
    protected override void Update<R>(Sgd spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), eta = R.FromHost(rate);
        if (spec.Momentum == 0)
        {
            x.Parameter -= eta * g;
            return;
        }

        R mu = R.FromHost(spec.Momentum), old = x["momentum_buffer"];
        R buffer = spec.Form switch
        {
            MomentumForm.Velocity => mu * old + eta * g,
            MomentumForm.Averaging => Mean(old, g, spec.Momentum),
            // PyTorch's buffer starts as a copy of the first gradient, without dampening.
            _ => step == 1 ? g : mu * old + R.FromHost(1 - Host.Of(spec.Dampening)) * g,
        };
        x["momentum_buffer"] = buffer;
        x.Parameter -= spec.Form == MomentumForm.Velocity
            ? spec.Nesterov ? mu * buffer + eta * g : buffer
            : eta * (spec.Nesterov ? g + mu * buffer : buffer);
    }
}
