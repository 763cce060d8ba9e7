using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss per row, along the last dimension; targets and weights broadcast to the rows.</summary>
abstract class RowLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : RowLoss
{
    /// <summary>The classes that contribute to a row: the right one, or all.</summary>
    protected static IEnumerable<int> Present<R>(GroupInputs<R> x)
        where R : struct, IReal<R> => x.Label is { } label ? [label] : Enumerable.Range(0, x["input"].Length);

    /// <summary>The target of a class: 1 for the right class if the target is an index.</summary>
    protected static R TargetOf<R>(GroupInputs<R> x, int c)
        where R : struct, IReal<R> => x.Label is null ? x["target"][c] : R.One;

    /// <summary>The sum of a term over the contributing classes.</summary>
    protected static R SumOver<R>(GroupInputs<R> x, Func<int, R> term)
        where R : struct, IReal<R> => Sum(Present(x).Select(term).ToArray());

    protected sealed override int CountOf<R>(TSpec spec, Arguments<R> arguments) => (int)Shape.Count(RowLoss.RowShape(arguments["input"].Shape));

    protected sealed override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["input"].Shape;
        int classes = (int)shape[^1];
        long[]? labels = arguments.Has("target") ? arguments["target"].Indices : null;
        (string Name, int[] Elements)[] all = [.. arguments.Names.Where(name => arguments[name].Indices is null)
            .Select(name => (name, Broadcasting.Elements(arguments[name].Shape, shape)))];
        return [.. Enumerable.Range(0, CountOf(spec, arguments)).Select(row => new OutputGroup(
            Array.ConvertAll(all, one => (one.Name, one.Elements[(row * classes)..((row + 1) * classes)])),
            [row], (int?)LabelOf(labels, row), ListOf(labels, row, classes)))];
    }

    /// <summary>The right class of a row.</summary>
    protected virtual long? LabelOf(long[]? labels, int row) => labels?[row];

    /// <summary>The right classes of a row, if a target lists several.</summary>
    protected virtual int[]? ListOf(long[]? labels, int row, int classes) => null;
}
