using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// B. Zhang and R. Sennrich, 2019: x/√(mean x² + ε)·w over the trailing dimensions.
sealed class RmsNormDefinition : RowNormDefinition<RmsNorm>
{
    protected override R[] Outputs<R>(RmsNorm spec, GroupInputs<R> x)
    {
        R factor = FactorOf(spec, x);
        var outputs = new R[x["input"].Length];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = x.Has("weight") ? Order.Product(x["input"][i], factor, x["weight"][i]) : x["input"][i] * factor;
        return outputs;
    }

    // (ĝ − x·f²·mean ĝx)·f with ĝ = g·w, and g·x·f.
    protected override R? Closed<R>(RmsNorm spec, GroupInputs<R> x, string name, int position, R[] weights)
    {
        R factor = FactorOf(spec, x), own = x["input"][position];
        if (name != "input")
            return Order.Product(weights[position], own, factor);
        R[] gradients = x.Once("gradients", () => x.Has("weight") ? weights.Zip(x["weight"].ToArray(), (g, w) => g * w).ToArray() : weights);
        R along = x.Once("along", () =>
            R.Mean(gradients.Zip(x["input"].ToArray(), (g, number) => g * number).ToArray(), Order.Sum(gradients.Length)) * factor * factor);
        return (gradients[position] - own * along) * factor;
    }

    static R FactorOf<R>(RmsNorm spec, GroupInputs<R> x)
        where R : struct, IReal<R> => x.Once("factor", () =>
        {
            R[] squares = Array.ConvertAll(x["input"].ToArray(), R.Square);
            return R.One / R.Sqrt(R.Mean(squares, Order.Sum(squares.Length)) + R.FromHost(spec.Epsilon!.Value));
        });
}
