using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Martins and R. Astudillo, 2016: ½(1 − ‖p‖²) + Σ p·(x − x_y), where p = max(0, x − τ) is the projection of x onto the simplex.
sealed class SparsemaxDefinition : RowLossDefinition<Sparsemax>
{
    protected override R Loss<R>(Sparsemax spec, GroupInputs<R> x)
    {
        int label = x.Label!.Value;
        R[] scores = Array.ConvertAll(x["input"].ToArray(), R.Detach);
        R largest = scores.Aggregate(R.Max);
        scores = Array.ConvertAll(scores, one => one - largest);
        R threshold = Threshold(scores);
        R[] p = Array.ConvertAll(scores, one => R.Max(R.Zero, one - threshold));
        R missing = R.Where(R.IsNaN(threshold), () => threshold, () => R.Hull(R.One - p[label], Sum(p.Where((_, c) => c != label).ToArray())));
        R[] derivatives = [.. p.Select((one, c) => c == label ? -missing : one)];
        // Written with the distance of p from the one-hot row, free of cancellation.
        R distance = R.Half * Sum(derivatives.Select(R.Square).ToArray()) + R.Max(R.Zero, threshold - scores[label]);
        R energy = Sum(p.Select((one, c) => R.Where(R.Equal(one, R.Zero), R.Zero, one * scores[c])).ToArray()) - scores[label]
            + R.Half * (R.One - Sum(p.Select(R.Square).ToArray()));
        R[] inputs = x["input"].ToArray();
        R byDerivatives = Exponentials<R>.SumOf(Exponentials<R>.Product(inputs, derivatives)),
            byParts = Exponentials<R>.SumOf(Exponentials<R>.Product(inputs, p)) - inputs[label];
        return R.WithDerivativeOf(R.Hull(distance, energy), R.WithDerivativeOf(byDerivatives, byParts));
    }

    // The threshold is the maximum of (Σ S − 1)/|S| over sets S of scores; only sets of the k largest scores matter, and the
    // largest score, which is 0, alone gives −1.
    static R Threshold<R>(R[] scores)
        where R : struct, IReal<R>
    {
        R[] sorted = Descending([.. scores.Where(score => (score < -R.One).CanBeFalse)]);
        return Enumerable.Range(1, sorted.Length)
            .Select(k => Factor<R>.Over(Host.Of(k)).Apply(Sum(sorted[..k]) - R.One)).Aggregate(R.Max);
    }

    // Intervals cannot always be ordered, but their maximum is known.
    static R[] Descending<R>(R[] numbers)
        where R : struct, IReal<R>
    {
        R[] sorted = [.. numbers];
        for (int i = 1; i < sorted.Length; i++)
        {
            for (int j = i; j > 0; j--)
                (sorted[j - 1], sorted[j]) = (R.Max(sorted[j - 1], sorted[j]), R.Min(sorted[j - 1], sorted[j]));
        }

        return sorted;
    }
}
