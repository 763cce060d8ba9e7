using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// Σ_c w_c·q_c·(lse(x) − x_c), where q is 1 − ε at the right class plus ε/C everywhere, or (1 − ε)·target + ε/C.
// For class indices the weight of the first part is w_y, and the mean divides by Σ w_y.
sealed class CrossEntropyDefinition : ClassLossDefinition<CrossEntropy>
{
    // ε, C and the class weights may first be multiplied with each other.
    protected override bool HasInnerFactors(CrossEntropy spec) => spec.LabelSmoothing > 0;

    protected override R Loss<R>(CrossEntropy spec, GroupInputs<R> x) => x.Label is null
        ? Sum(Terms(spec, x))
        : Mixed(spec, x["input"].Length, OfLabel(x), spec.LabelSmoothing > 0 ? Sum(OfAll(x)) : R.Zero);

    protected override R Total<R>(CrossEntropy spec, GroupInputs<R>[] groups, Factor<R>? divisor)
    {
        R total = base.Total(spec, groups, divisor);
        if (groups.Length == 0)
            return total;
        if (groups[0].Label is null)
            return R.Hull(total, Divided(Sum(groups.SelectMany(x => Terms(spec, x)).ToArray()), divisor));
        if (spec.LabelSmoothing == 0)
            return total;
        R ofLabels = Divided(Sum(groups.Select(OfLabel).ToArray()), divisor);
        R ofAll = Divided(Sum(groups.SelectMany(OfAll).ToArray()), divisor);
        return R.Hull(total, Mixed(spec, groups[0]["input"].Length, ofLabels, ofAll));
    }

    protected override Factor<R> Divisor<R>(CrossEntropy spec, Arguments<R> arguments, IReadOnlyList<OutputGroup> groups, int count) =>
        arguments["target"].Indices is null ? Factor<R>.Over(Host.Of(count)) : WeightOfRows(arguments, groups);

    protected override long? Ignored(CrossEntropy spec) => spec.IgnoreIndex;

    protected override LogBase Base(CrossEntropy spec) => spec.Base;

    static R Mixed<R>(CrossEntropy spec, int classes, R ofLabel, R ofAll)
        where R : struct, IReal<R> => spec.LabelSmoothing > 0
            ? R.FromHost(1 - spec.LabelSmoothing) * ofLabel + ofAll * R.FromHost(Host.Of(spec.LabelSmoothing) / classes)
            : ofLabel;

    static R OfLabel<R>(GroupInputs<R> x)
        where R : struct, IReal<R> => -(Weight(x, x.Label!.Value) * x.Exponentials.Logs[x.Label.Value]);

    static R[] OfAll<R>(GroupInputs<R> x)
        where R : struct, IReal<R> => [.. x.Exponentials.Logs.Select((log, c) => -(log * Weight(x, c)))];

    static R[] Terms<R>(CrossEntropy spec, GroupInputs<R> x)
        where R : struct, IReal<R> =>
            [.. x.Exponentials.Logs.Select((log, c) => -Order.Product(log, Smoothed(spec, x, c), Weight(x, c)))];

    static R Smoothed<R>(CrossEntropy spec, GroupInputs<R> x, int c)
        where R : struct, IReal<R>
    {
        R probability = x["target"][c];
        return spec.LabelSmoothing > 0
            ? probability * R.FromHost(1 - spec.LabelSmoothing) + R.FromHost(Host.Of(spec.LabelSmoothing) / x["input"].Length)
            : probability;
    }
}
