using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

/// <summary>The definition of an optimizer around another.</summary>
abstract class WrapperDefinition<TSpec> : StateDefinition<TSpec>
    where TSpec : OptimizerWrapper
{
    /// <summary>The step of the optimizer inside.</summary>
    protected static void Inner<R>(TSpec spec, IEnumerable<Variable<R>> all, long step, Host rate)
        where R : struct, IReal<R> => DefinitionIndex.Find<OptimizerDefinition>(spec.Optimizer).Update(spec.Optimizer, [.. all], step, rate);

    /// <summary>The point that lies a part of the way from one number to another: <c>a + w(b − a)</c>, <c>b − (1 − w)(b − a)</c> or <c>(1 − w)a + wb</c>.</summary>
    protected static R Between<R>(R a, R b, Host part)
        where R : struct, IReal<R>
    {
        R w = R.FromHost(part), rest = R.FromHost(1 - part);
        return R.Hull(a + w * (b - a), R.Hull(b - rest * (b - a), rest * a + w * b));
    }
}
