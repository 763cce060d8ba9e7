using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Definitions.Engine;

namespace ParityNet.Definitions.Activations;

// e⁻ˣ/Σ e⁻ˣ: the softmax of −x.
sealed class SoftminDefinition : FunctionDefinition
{
    static readonly SoftmaxDefinition Softmax = new();

    public override Type SpecType => typeof(Softmin);

    public override DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
    {
        Argument<R> input = arguments["input"];
        var negated = new Arguments<R>
        {
            Wanted = arguments.Wanted,
            ["input"] = new(input.Shape, Array.ConvertAll(input.Numbers, x => -x)),
        };
        DefinedFunction<R> softmax = Softmax.Evaluate(new Softmax(((Softmin)spec).Dimension), negated, gradients, cotangent);
        return softmax with
        {
            Gradients = softmax.Gradients.ToImmutableDictionary(g => g.Key, g => g.Value.Select(derivative => -derivative).ToImmutableArray())
        };
    }
}
