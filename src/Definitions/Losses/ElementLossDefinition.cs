using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss of pairs of prediction and target, which broadcast against each other.</summary>
abstract class ElementLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : ElementLoss
{
    /// <summary>The loss of one pair.</summary>
    protected abstract R Element<R>(TSpec spec, R prediction, R target)
        where R : struct, IReal<R>;

    protected override R Loss<R>(TSpec spec, CellInputs<R> x) => Element(spec, x["input"][0], x["target"][0]);

    protected sealed override IEnumerable<Factor<R>[]> Factors<R>(TSpec spec, CellInputs<R> x) =>
        [x.Has("weight") ? [Factor<R>.Times(x["weight"][0])] : []];

    protected sealed override int CountOf<R>(Arguments<R> arguments) => (int)Shape.Count(Common(arguments));

    protected sealed override IReadOnlyList<Cell> Cells<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] common = Common(arguments);
        (string Name, int[] Elements)[] all =
            [.. arguments.Names.Select(name => (name, Broadcasting.Elements(arguments[name].Shape, common)))];
        return [.. Enumerable.Range(0, (int)Shape.Count(common)).Select(
            i => new Cell(Array.ConvertAll(all, one => (one.Name, new[] { one.Elements[i] })), [i]))];
    }

    static nint[] Common<R>(Arguments<R> arguments)
        where R : struct, IReal<R> => Shape.Broadcast(arguments["input"].Shape, arguments["target"].Shape)!;
}
