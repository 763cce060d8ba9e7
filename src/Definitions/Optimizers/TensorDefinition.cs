using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>The definition of an optimizer whose rule needs a parameter as a whole, such as one that divides by its norm.</summary>
abstract class TensorDefinition<TSpec> : StateDefinition<TSpec>
    where TSpec : OptimizerSpec
{
    protected sealed override void Update<R>(TSpec spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        foreach (Variable<R> x in all)
            Update(spec, x, step, rate);
    }

    /// <summary>Updates one parameter and its state by one step.</summary>
    protected abstract void Update<R>(TSpec spec, Variable<R> x, long step, Host rate)
        where R : struct, IReal<R>;
}
