using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>The definition of an optimizer whose rule needs all parameters at once, such as one that clips by their total norm.</summary>
abstract class StateDefinition<TSpec> : OptimizerDefinition
    where TSpec : OptimizerSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override void Update<R>(OptimizerSpec spec, ImmutableArray<Variable<R>> all, long step, Host rate) =>
        Update((TSpec)spec, all, step, rate);

    /// <summary>Updates all parameters and their state by one step.</summary>
    protected abstract void Update<R>(TSpec spec, ImmutableArray<Variable<R>> all, long step, Host rate)
        where R : struct, IReal<R>;
}
