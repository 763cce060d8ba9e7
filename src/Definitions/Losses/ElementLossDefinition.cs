using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of an elementwise loss of prediction and target, which broadcast against each other.</summary>
abstract class ElementLossDefinition<TSpec> : BroadcastLossDefinition<TSpec>
    where TSpec : ElementLoss
{
    /// <summary>The loss of one prediction and its target.</summary>
    protected abstract R Element<R>(TSpec spec, R prediction, R target)
        where R : struct, IReal<R>;

    protected override R Loss<R>(TSpec spec, GroupInputs<R> x) => Element(spec, x["input"][0], x["target"][0]);
}
