using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of an elementwise loss, whose arguments broadcast against each other.</summary>
abstract class BroadcastLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : BroadcastLoss
{
    protected sealed override IEnumerable<Factor<R>[]> Factors<R>(TSpec spec, GroupInputs<R> x) =>
        [x.Has("weight") ? [Factor<R>.Times(x["weight"][0])] : []];

    protected sealed override int CountOf<R>(TSpec spec, Arguments<R> arguments) => (int)Shape.Count(arguments.Common(spec));

    protected sealed override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] common = arguments.Common(spec), lead = arguments[spec.Lead.Name].Shape;
        (string Name, int[] Elements)[] all =
            [.. arguments.Names.Select(name => (name, Broadcasting.Elements(spec.Aligned(name, arguments[name].Shape, lead).AsSpan(), common)))];
        return [.. Enumerable.Range(0, (int)Shape.Count(common)).Select(
            i => new OutputGroup(Array.ConvertAll(all, one => (one.Name, new[] { one.Elements[i] })), [i]))];
    }
}
