using ParityNet.Activations;
using ParityNet.Definitions.Engine;

namespace ParityNet.Definitions.Activations;

// Y. N. Dauphin and others, 2016: a·σ(b), where a and b are the halves of the input along one dimension.
sealed class GluDefinition : ElementActivationDefinition<Glu>
{
    // From here on 1 − σ is 0 in every implementation, but its enclosure is not.
    const double Flat = 40;

    protected override R Element<R>(Glu spec, R x) => x;

    protected override R Value<R>(Glu spec, GroupInputs<R> x)
    {
        R a = x["input"][0], b = x["input"][1];
        R share = R.Detach(R.Sigmoid(b)), rest = R.Detach(R.Sigmoid(-b)), fixedA = R.Detach(a);
        // d/db is a·σ(b)·(1 − σ(b)), or with σ(−b) for 1 − σ(b), free of cancellation.
        R whole = a * share + b * (fixedA * (share * rest)), value = a * R.Sigmoid(b);
        return R.Where(
            b > R.Exact(Flat),
            () => R.WithDerivativeOf(R.Detach(value), R.WithDerivativeOf(whole, a * share + b * (fixedA * R.Zero))),
            () => R.WithDerivativeOf(value, whole));
    }

    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(Glu spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["input"].Shape;
        int dimension = spec.DimensionOf(shape.Length);
        int half = (int)Shape.Count(shape.AsSpan(dimension)) / 2;
        return [.. Enumerable.Range(0, arguments["input"].Count / 2).Select(i => (i, First: i / half * 2 * half + i % half))
            .Select(at => new OutputGroup([("input", [at.First, at.First + half])], [at.i]))];
    }
}
