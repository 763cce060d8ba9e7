using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

/// <summary>The definition of an optimizer that wraps another.</summary>
abstract class WrapperDefinition<TSpec> : StateDefinition<TSpec>
    where TSpec : OptimizerWrapper
{
    /// <summary>The step of the inner optimizer.</summary>
    protected static void Inner<R>(TSpec spec, IEnumerable<Variable<R>> all, long step, Host rate)
        where R : struct, IReal<R> => DefinitionIndex.Find<OptimizerDefinition>(spec.Optimizer).Update(spec.Optimizer, [.. all], step, rate);
}
