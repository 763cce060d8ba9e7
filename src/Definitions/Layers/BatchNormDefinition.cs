using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// S. Ioffe and C. Szegedy, 2015: (x − μ)/√(σ² + ε)·w + b per channel, with batch statistics or given ones.
sealed class BatchNormDefinition : LayerDefinition<BatchNorm>
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(BatchNorm spec, Arguments<R> arguments) =>
        Channels.Of(arguments, (_, elements) => elements, "running_mean", "running_var", "weight", "bias");

    protected override R[] Outputs<R>(BatchNorm spec, GroupInputs<R> x)
    {
        if (spec.Training)
            return Of(spec, x).Outputs();
        R factor = Factor(spec, x), mean = x["running_mean"][0], scale = One(x, "weight", R.One), shift = One(x, "bias", R.Zero);
        R derivative = factor * scale;
        return Array.ConvertAll(x["input"].ToArray(), number => R.Hull(
            R.Hull((number - mean) * factor * scale, (number - mean) * derivative) + shift,
            number * derivative + (shift - mean * derivative)));
    }

    protected override R? Closed<R>(BatchNorm spec, GroupInputs<R> x, string name, int position, R[] weights)
    {
        if (name == "bias")
            return Sum(weights);
        if (name == "weight")
            return ByWeight(spec, x, weights);
        // The weight may be multiplied first or last.
        if (spec.Training)
            return R.Hull(
                x.Once("weight first", () => Of(spec, x).ByInput(weights))(position),
                x.Once("weight last", () => Of(spec, x, R.One).ByInput(weights))(position) * One(x, "weight", R.One));
        return Order.Product(weights[position], Factor(spec, x), One(x, "weight", R.One));
    }

    protected override bool IsWhole(string name) => name != "input";

    static R ByWeight<R>(BatchNorm spec, GroupInputs<R> x, R[] weights)
        where R : struct, IReal<R>
    {
        R[] input = x["input"].ToArray();
        // libtorch does not compute a standard deviation for an empty batch.
        if (input.Length == 0)
            return R.Zero;
        R mean = spec.Training ? R.Mean(input, Order.Sum(input.Length)) : x["running_mean"][0];
        R factor = spec.Training ? Of(spec, x).Factor : Factor(spec, x);
        R[] distances = Array.ConvertAll(input, number => number - mean);
        return R.Hull(
            Sum([.. distances.Select((d, i) => weights[i] * d)]) * factor,
            Sum([.. distances.Select((d, i) => weights[i] * (d * factor))]));
    }

    static R Factor<R>(BatchNorm spec, GroupInputs<R> x)
        where R : struct, IReal<R> => R.One / R.Sqrt(x["running_var"][0] + R.FromHost(spec.Epsilon));

    static Standardised<R> Of<R>(BatchNorm spec, GroupInputs<R> x, R? weight = null)
        where R : struct, IReal<R>
    {
        R[] input = x["input"].ToArray();
        R scale = weight ?? One(x, "weight", R.One), shift = One(x, "bias", R.Zero);
        return new(input, Array.ConvertAll(input, _ => scale), Array.ConvertAll(input, _ => shift), spec.Epsilon, 1);
    }

    static R One<R>(GroupInputs<R> x, string name, R otherwise)
        where R : struct, IReal<R> => x.Has(name) ? x[name][0] : otherwise;
}
