using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// J. L. Ba, J. R. Kiros and G. E. Hinton, 2016: (x − μ)/√(σ² + ε)·w + b over the trailing dimensions.
sealed class LayerNormDefinition : RowNormDefinition<LayerNorm>
{
    protected override R[] Outputs<R>(LayerNorm spec, GroupInputs<R> x) => Of(spec, x).Outputs();

    protected override R? Closed<R>(LayerNorm spec, GroupInputs<R> x, string name, int position, R[] weights) => name switch
    {
        "input" => x.Once("by input", () => Of(spec, x).ByInput(weights))(position),
        "weight" => Of(spec, x).Plain(position) * weights[position],
        _ => weights[position],
    };

    // libtorch keeps one set of running moments per lane of the machine's vectors.
    static Standardised<R> Of<R>(LayerNorm spec, GroupInputs<R> x)
        where R : struct, IReal<R> => x.Once("row", () =>
        {
            R[] input = x["input"].ToArray();
            return new Standardised<R>(
                input,
                x.Has("weight") ? x["weight"].ToArray() : Array.ConvertAll(input, _ => R.One),
                x.Has("bias") ? x["bias"].ToArray() : Array.ConvertAll(input, _ => R.Zero),
                spec.Epsilon,
                1, 4, 8, 16);
        });
}
