using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// J. L. Ba, J. R. Kiros and G. E. Hinton, 2016: (x − μ)/√(σ² + ε)·w + b over the trailing dimensions.
sealed class LayerNormDefinition : LayerDefinition<LayerNorm>
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(LayerNorm spec, Arguments<R> arguments)
    {
        int length = spec.NormalizedShape.Aggregate(1, (product, next) => product * next);
        int[] all = [.. Enumerable.Range(0, length)];
        return [.. Enumerable.Range(0, arguments["input"].Count / length).Select(row =>
        {
            int[] elements = [.. Enumerable.Range(row * length, length)];
            List<(string, int[])> read = [("input", elements)];
            read.AddRange(((string[])["weight", "bias"]).Where(arguments.Has).Select(name => (name, all)));
            return new OutputGroup(read, elements);
        })];
    }

    protected override R[] Outputs<R>(LayerNorm spec, GroupInputs<R> x) => Of(spec, x).Outputs();

    protected override R? Closed<R>(LayerNorm spec, GroupInputs<R> x, string name, int position, R[] weights) => name switch
    {
        "input" => Of(spec, x).ByInput(position, weights),
        "weight" => Of(spec, x).Plain(position) * weights[position],
        _ => weights[position],
    };

    protected override bool IsWhole(string name) => name != "input";

    // libtorch keeps one set of running moments per lane of the machine's vectors.
    static Standardised<R> Of<R>(LayerNorm spec, GroupInputs<R> x)
        where R : struct, IReal<R>
    {
        R[] input = x["input"].ToArray();
        return new(
            input,
            x.Has("weight") ? x["weight"].ToArray() : Array.ConvertAll(input, _ => R.One),
            x.Has("bias") ? x["bias"].ToArray() : Array.ConvertAll(input, _ => R.Zero),
            spec.Epsilon,
            1, 4, 8, 16);
    }
}
