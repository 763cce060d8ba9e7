using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// x·Wᵀ + b. Matrix products may sum in any order.
sealed class LinearDefinition : LayerDefinition<Linear>
{
    protected override SumClass? Contributions => SumClass.Any;

    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(Linear spec, Arguments<R> arguments)
    {
        int inputs = (int)arguments["weight"].Shape[^1], outputs = (int)Linear.Outputs(arguments["weight"].Shape);
        bool shared = arguments.Has("bias") && arguments["bias"].Count == 1;
        int rows = inputs == 0 ? (int)Shape.Count(arguments["input"].Shape.AsSpan()[..^1]) : arguments["input"].Count / inputs;
        return [.. Enumerable.Range(0, rows * outputs).Select(i =>
        {
            int row = i / outputs, output = i % outputs;
            (string, int[])[] elements =
                [("input", [.. Enumerable.Range(row * inputs, inputs)]), ("weight", [.. Enumerable.Range(output * inputs, inputs)])];
            return new OutputGroup(arguments.Has("bias") ? [.. elements, ("bias", [shared ? 0 : output])] : elements, [i]);
        })];
    }

    protected override R[] Outputs<R>(Linear spec, GroupInputs<R> x)
    {
        ReadOnlySpan<R> input = x["input"], weight = x["weight"];
        var terms = new List<R>();
        for (int i = 0; i < input.Length; i++)
            terms.Add(input[i] * weight[i]);
        if (x.Has("bias"))
            terms.Add(x["bias"][0]);
        return [R.Sum(terms.ToArray(), SumClass.Any)];
    }
}
