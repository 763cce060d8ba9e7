using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

/// <summary>The definition of an elementwise activation.</summary>
abstract class ElementActivationDefinition<TSpec> : FunctionDefinition
    where TSpec : ActivationSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        var activation = (TSpec)spec;
        IReadOnlyList<OutputGroup> groups = OutputGroups(activation, arguments);
        GroupInputs<R>[] inputs = [.. groups.Select(group => GroupInputs<R>.Of(group, arguments))];
        var derivatives = new Derivatives<R>(
            inputs, gradients, (x, _) => [Value(activation, x)], c => [cotangent is null ? [] : [Factor<R>.Times(cotangent[c])]]);
        return new([.. inputs.Select((x, c) => arguments.Wanted.HasValue(c) ? Value(activation, x) : Unwanted<R>())],
            Gradients(gradients, name => Gather(
                arguments, groups, name, (c, position) => derivatives.Either(() => Forward(c, name, position), c, name, position))));

        R Forward(int c, string name, int position) => Order.Derivative<R>(
            seed => Value(activation, inputs[c].Seeded(name, position, seed)).Derivative,
            cotangent is null ? [] : [Factor<R>.Times(cotangent[c])]);
    }

    /// <summary>The activation of one element.</summary>
    protected abstract R Element<R>(TSpec spec, R x)
        where R : struct, IReal<R>;

    /// <summary>The activation of one element and its parameters.</summary>
    protected virtual R Value<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R> => Element(spec, x["input"][0]);

    /// <summary>The groups, one per element of the value, in order; by default one per element of the input.</summary>
    protected virtual IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
        where R : struct, IReal<R> =>
            [.. Enumerable.Range(0, arguments["input"].Count).Select(i => new OutputGroup([("input", [i])], [i]))];
}
