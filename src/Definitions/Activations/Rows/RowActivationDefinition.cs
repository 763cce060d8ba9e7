using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

/// <summary>The definition of an activation along one dimension.</summary>
abstract class RowActivationDefinition<TSpec> : FunctionDefinition
    where TSpec : RowActivation
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        var activation = (TSpec)spec;
        Argument<R> input = arguments["input"];
        OutputGroup[] groups = [.. Rows(input.Shape, activation.DimensionOf(input.Shape.Length)).Select(
            elements => new OutputGroup([("input", elements)], elements))];
        GroupInputs<R>[] rows = [.. groups.Select(group => GroupInputs<R>.Of(group, arguments))];
        R[] value = [.. Enumerable.Repeat(Unwanted<R>(), input.Count)];
        for (int row = 0; row < rows.Length; row++)
        {
            if (!groups[row].Outputs.Any(arguments.Wanted.HasValue))
                continue;
            R[] result = Row(rows[row].Exponentials);
            for (int i = 0; i < result.Length; i++)
                value[groups[row].Outputs[i]] = result[i];
        }

        // The whole row at once, from the formula and from libtorch's form for the whole row.
        var derivatives = new Derivatives<R>(
            rows, gradients, (x, row) => Paired(x.Exponentials, Array.ConvertAll(WeightsOf(row), Adjoint<R>.Constant)), _ => [[]]);
        return new([.. value],
            Gradients(gradients, name => Gather(arguments, groups, name, (row, position) => derivatives.Backwards(row, name, position))));

        R[] WeightsOf(int row) => Array.ConvertAll(groups[row].Outputs, o => cotangent is null ? R.One : cotangent[o]);
    }

    /// <summary>The activation of one row.</summary>
    protected abstract R[] Row<R>(Exponentials<R> x)
        where R : struct, IReal<R>;

    /// <summary>
    /// The weighted sum of the activation's elements, in the natural forms whose derivatives are those of the activation.
    /// </summary>
    protected virtual R[] Paired<R>(Exponentials<R> x, R[] weights)
        where R : struct, IReal<R> => [Exponentials<R>.SumOf(Exponentials<R>.Product(Row(x), weights))];

    static IEnumerable<int[]> Rows(nint[] shape, int dimension)
    {
        int length = (int)shape[dimension], stride = (int)Shape.Count(shape.AsSpan(dimension + 1)), count = (int)Shape.Count(shape);
        for (int first = 0; first < count; first++)
        {
            if (length > 0 && first / stride % length == 0)
                yield return [.. Enumerable.Range(0, length).Select(i => first + i * stride)];
        }
    }
}
