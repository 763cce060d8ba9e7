using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// M. R. Zhang, J. Lucas, G. Hinton and J. Ba, 2019: every k steps φ ← φ + α(θ − φ), θ ← φ.
sealed class LookaheadDefinition : WrapperDefinition<Lookahead>
{
    protected override void Update<R>(Lookahead spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        Inner(spec, all, step, rate);
        if (step % spec.K != 0)
            return;
        foreach (Variable<R> x in all)
        {
            x["slow"] = [.. x["slow"].Zip(x.Numbers, (slow, fast) => Means.Between(slow, fast, spec.Alpha))];
            x.Numbers = [.. x["slow"]];
        }
    }
}
