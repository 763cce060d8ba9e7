using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// g ← max(−c, min(c, g)); NaN stays NaN.
sealed class ClipGradValueDefinition : WrapperDefinition<ClipGradValue>
{
    protected override void Update<R>(ClipGradValue spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        R most = R.FromHost(spec.ClipValue);
        Inner(spec, all.Select(x => x.With(Array.ConvertAll(x.Gradient, g => R.Max(-most, R.Min(most, g))))), step, rate);
    }
}
