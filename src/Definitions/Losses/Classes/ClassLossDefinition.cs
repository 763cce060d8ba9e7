using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a classification loss of rows of C scores in <c>[N, C, d₁, …]</c>, without ignored rows.</summary>
abstract class ClassLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : ClassLoss
{
    /// <summary>The class index of ignored rows (PyTorch's <c>ignore_index</c>).</summary>
    protected virtual long? Ignored(TSpec spec) => null;

    /// <summary>The weight of a class; 1 if no weights were given.</summary>
    protected static R Weight<R>(GroupInputs<R> row, int c)
        where R : struct, IReal<R> => row.Has("weight") ? row["weight"][c] : R.One;

    protected sealed override int CountOf<R>(TSpec spec, Arguments<R> arguments) => (int)Shape.Count(ClassLoss.RowShape(arguments["input"].Shape));

    protected sealed override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["input"].Shape;
        int dimension = ClassLoss.ClassDimension(shape), classes = (int)shape[dimension];
        int stride = (int)Shape.Count(shape.AsSpan(dimension + 1)), rows = (int)Shape.Count(ClassLoss.RowShape(shape));
        long[]? labels = arguments["target"].Indices;
        var groups = new List<OutputGroup>(rows);
        for (int row = 0; row < rows; row++)
        {
            if (labels is not null && labels[row] == Ignored(spec))
                continue;
            int first = row / stride * stride * classes + row % stride;
            int[] scores = [.. Enumerable.Range(0, classes).Select(c => first + c * stride)];
            List<(string Name, int[] Elements)> elements = [("input", scores)];
            if (labels is null)
                elements.Add(("target", scores));
            if (arguments.Has("weight"))
                elements.Add(("weight", [.. Enumerable.Range(0, classes)]));
            groups.Add(new(elements, [row], (int?)labels?[row]));
        }

        return groups;
    }

    /// <summary>The sum of the weights of the right classes, the divisor of the mean of some losses.</summary>
    protected static Factor<R> WeightOfRows<R>(Arguments<R> arguments, IReadOnlyList<OutputGroup> groups)
        where R : struct, IReal<R> => arguments.Has("weight")
            ? Factor<R>.Over(Sum(groups.Select(group => arguments["weight"].Numbers[group.Label!.Value]).ToArray()))
            : Factor<R>.Over(Host.Of(groups.Count));
}
