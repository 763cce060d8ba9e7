using ParityNet.Activations;
using ParityNet.Definitions.Engine;

namespace ParityNet.Definitions.Activations;

// K. He and others, 2015: x where x > 0, else w·x, with a single w or one per channel (second dimension).
sealed class PReLUDefinition : ElementActivationDefinition<PReLU>
{
    protected override R Element<R>(PReLU spec, R x) => x;

    protected override R Value<R>(PReLU spec, GroupInputs<R> x)
    {
        R input = x["input"][0];
        return R.Where(input > R.Zero, input, x["weight"][0] * input);
    }

    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(PReLU spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["input"].Shape;
        int weights = arguments["weight"].Count, stride = shape.Length > 1 ? (int)Shape.Count(shape.AsSpan(2)) : 1;
        return [.. Enumerable.Range(0, arguments["input"].Count).Select(
            i => new OutputGroup([("input", [i]), ("weight", [i / stride % weights])], [i]))];
    }
}
