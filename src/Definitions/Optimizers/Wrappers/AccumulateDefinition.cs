using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// The i-th gradient of n is averaged, a ← a + (g − a)/i, or added; the inner optimizer takes one step per n gradients.
sealed class AccumulateDefinition : WrapperDefinition<Accumulate>
{
    protected override void Update<R>(Accumulate spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        long position = (step - 1) % spec.Steps + 1;
        foreach (Variable<R> x in all)
            x["accumulated"] = position == 1 ? [.. x.Gradient] : [.. x["accumulated"].Zip(x.Gradient, Next)];
        if (position < spec.Steps)
            return;
        Inner(spec, all.Select(x => x.With(x["accumulated"])), step / spec.Steps, rate);
        foreach (Variable<R> x in all)
            x["accumulated"] = Array.ConvertAll(x["accumulated"], _ => R.Zero);

        R Next(R old, R now) => spec.Reduction == AccumulationForm.Sum
            ? old + now
            : R.Hull(old + (now - old) / R.Exact(position), old + (now - old) * R.FromHost(Host.One / position));
    }
}
