using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// Y. Wu and K. He, 2018: (x − μ)/√(σ² + ε)·w + b over the channels of a group, w and b per channel.
sealed class GroupNormDefinition : LayerDefinition<GroupNorm>
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(GroupNorm spec, Arguments<R> arguments)
    {
        int channels = (int)arguments["input"].Shape[1] / spec.NumGroups, length = (int)spec.LengthOf(arguments["input"].Shape);
        return [.. Enumerable.Range(0, length == 0 ? 0 : arguments["input"].Count / length).Select(row =>
        {
            int[] elements = [.. Enumerable.Range(row * length, length)], own = [.. Enumerable.Range(row % spec.NumGroups * channels, channels)];
            List<(string, int[])> read = [("input", elements)];
            read.AddRange(((string[])["weight", "bias"]).Where(arguments.Has).Select(name => (name, own)));
            return new OutputGroup(read, elements);
        })];
    }

    protected override R[] Outputs<R>(GroupNorm spec, GroupInputs<R> x) => Of(spec, x).Outputs();

    protected override R? Closed<R>(GroupNorm spec, GroupInputs<R> x, string name, int position, R[] weights)
    {
        if (name == "input")
            return x.Once("by input", () => Of(spec, x).ByInput(weights))(position);
        int run = weights.Length / x[name].Length, first = position * run;
        return name == "weight" ? Of(spec, x).ByScale(first, run, weights) : Sum(weights[first..(first + run)]);
    }

    protected override bool IsWhole(string name) => name != "input";

    // As in layer normalization, libtorch keeps one set of running moments per lane of the machine's vectors; gradients of a channel it sums
    // before it multiplies by the weight.
    static Standardised<R> Of<R>(GroupNorm spec, GroupInputs<R> x)
        where R : struct, IReal<R> => x.Once("group", () =>
        {
            R[] input = x["input"].ToArray();
            return new Standardised<R>(input, PerElement("weight", R.One), PerElement("bias", R.Zero), spec.Epsilon, 1, 4, 8, 16)
            {
                Run = x.Has("weight") ? input.Length / x["weight"].Length : null,
            };

            R[] PerElement(string name, R otherwise)
            {
                R[] own = x[name].ToArray();
                return [.. input.Select((_, i) => own.Length == 0 ? otherwise : own[i / (input.Length / own.Length)])];
            }
        });
}
