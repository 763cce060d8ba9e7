using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

/// <summary>The definition of a layer, as groups of inputs and the outputs that depend on them.</summary>
abstract class LayerDefinition<TSpec> : FunctionDefinition
    where TSpec : LayerSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        var layer = (TSpec)spec;
        IReadOnlyList<OutputGroup> groups = OutputGroups(layer, arguments);
        GroupInputs<R>[] inputs = [.. groups.Select(group => GroupInputs<R>.Of(group, arguments))];
        R[] value = [.. Enumerable.Repeat(Unwanted<R>(), groups.Sum(group => group.Outputs.Length))];
        for (int c = 0; c < inputs.Length; c++)
        {
            if (!groups[c].Outputs.Any(arguments.Wanted.HasValue))
                continue;
            R[] outputs = Outputs(layer, inputs[c]);
            for (int i = 0; i < outputs.Length; i++)
                value[groups[c].Outputs[i]] = outputs[i];
        }

        R[][] weights = [.. groups.Select(group => Array.ConvertAll(group.Outputs, o => cotangent is null ? R.One : cotangent[o]))];
        var derivatives = new Derivatives<R>(inputs, gradients, (x, c) => [Weighted(Outputs(layer, x), weights[c])], _ => [[]]);
        return new([.. value], Gradients(gradients, name => Gather(
            arguments, groups, name, (c, position) => Derivative(c, name, position), Contributions)));

        R Derivative(int c, string name, int position) => Closed(layer, inputs[c], name, position, weights[c]) is not { } closed
            ? derivatives.Backwards(c, name, position)
            : IsWhole(name) ? closed
            : R.Hull(closed, derivatives.Backwards(c, name, position));
    }

    /// <summary>The order in which the contributions of groups to a gradient are summed; null for that of ordinary sums.</summary>
    protected virtual SumClass? Contributions => null;

    protected abstract IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
        where R : struct, IReal<R>;

    /// <summary>The outputs of a group, in their order.</summary>
    protected abstract R[] Outputs<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R>;

    /// <summary>
    /// The closed form of the derivative of the outputs' weighted sum with respect to one input of the group; null if there is none.
    /// </summary>
    protected virtual R? Closed<R>(TSpec spec, GroupInputs<R> x, string name, int position, R[] weights)
        where R : struct, IReal<R> => null;

    /// <summary>Whether the closed form encloses every natural way to compute the derivative.</summary>
    protected virtual bool IsWhole(string name) => true;

    protected static R Sum<R>(R[] terms)
        where R : struct, IReal<R> => R.Sum(terms, Order.Sum(terms.Length));

    static Adjoint<R> Weighted<R>(Adjoint<R>[] outputs, R[] weights)
        where R : struct, IReal<R> => Sum([.. outputs.Select((output, i) => output * Adjoint<R>.Constant(weights[i]))]);
}
