using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Graves and others, 2006: −ln of the sum over all alignments, by the forward recursion; slopes by forward and backward recursion.
sealed class ConnectionistTemporalClassificationDefinition : LossDefinition<ConnectionistTemporalClassification>
{
    // The factors of the reduction enter last.
    protected override bool HasInnerFactors(ConnectionistTemporalClassification spec) => true;

    protected override R Loss<R>(ConnectionistTemporalClassification spec, CellInputs<R> x)
    {
        var paths = new Alignments<R>(x["log_probs"].ToArray(), x.Steps, x.Labels, spec.Blank);
        R loss = paths.Loss;
        R[] terms = [.. x["log_probs"].ToArray().Select((one, i) => one * paths.SlopeAt(i))];
        R all = R.WithSlopeOf(loss, Sum(terms));
        return spec.ZeroInfinity ? R.Where(R.Equal(loss, R.Exact(double.PositiveInfinity)), () => R.Zero, () => all) : all;
    }

    // The mean of the losses a label.
    protected override IEnumerable<Factor<R>[]> Factors<R>(ConnectionistTemporalClassification spec, CellInputs<R> x) =>
        [spec.Reduction == Reduction.Mean ? [Factor<R>.Over(Host.Of(Math.Max(x.Labels.Length, 1)))] : []];

    protected override int CountOf<R>(ConnectionistTemporalClassification spec, Arguments<R> arguments) =>
        ConnectionistTemporalClassification.Batch(arguments["log_probs"].Shape);

    protected override IReadOnlyList<Cell> Cells<R>(ConnectionistTemporalClassification spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["log_probs"].Shape;
        int batch = CountOf(spec, arguments), classes = (int)shape[^1];
        long[] steps = arguments["input_lengths"].Indices!, lengths = arguments["target_lengths"].Indices!, targets = arguments["targets"].Indices!;
        return [.. Enumerable.Range(0, batch).Select(n =>
        {
            int[] elements = [.. Enumerable.Range(0, (int)steps[n]).SelectMany(t => Enumerable.Range((t * batch + n) * classes, classes))];
            int start = ConnectionistTemporalClassification.Start(arguments["targets"].Shape, lengths, n);
            return new Cell([("log_probs", elements)], [n], Labels: [.. targets[start..(start + (int)lengths[n])].Select(label => (int)label)], Steps: (int)steps[n]);
        })];
    }
}
