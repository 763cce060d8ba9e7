using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// I. Loshchilov and F. Hutter, 2019: θ ← θ(1 − ηλ), then the step of the inner optimizer.
sealed class DecoupledWeightDecayDefinition : WrapperDefinition<DecoupledWeightDecay>
{
    protected override void Update<R>(DecoupledWeightDecay spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        R keep = R.FromHost(1 - rate * spec.Decay);
        foreach (Variable<R> x in all)
            x.Numbers = Array.ConvertAll(x.Numbers, p => p * keep);
        Inner(spec, all, step, rate);
    }
}
