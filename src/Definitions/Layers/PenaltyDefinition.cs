using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

/// <summary>The definition of a penalty: λ times a sum over all elements.</summary>
abstract class PenaltyDefinition<TSpec> : LayerDefinition<TSpec>
    where TSpec : Penalty
{
    protected sealed override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments) =>
        [new OutputGroup([("input", [.. Enumerable.Range(0, arguments["input"].Count)])], [0])];

    protected sealed override R[] Outputs<R>(TSpec spec, GroupInputs<R> x) =>
        [Sum(Array.ConvertAll(x["input"].ToArray(), number => Term(spec, number))) * Scale<R>(spec)];

    protected sealed override R? Closed<R>(TSpec spec, GroupInputs<R> x, string name, int position, R[] weights) => Order.Derivative<R>(
        seed => Term(spec, new Dual<R>(x[name][position], seed)).Derivative,
        [Factor<R>.Times(Scale<R>(spec)), Factor<R>.Times(weights[0])]);

    protected abstract R Term<R>(TSpec spec, R x)
        where R : struct, IReal<R>;

    protected virtual R Scale<R>(TSpec spec)
        where R : struct, IReal<R> => R.FromHost(spec.Strength);
}
