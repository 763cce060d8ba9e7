using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (1/C)·Σ_{y∈Y} Σ_{j∉Y} max(0, 1 − x_y + x_j)
sealed class MultilabelMarginDefinition : RowLossDefinition<MultilabelMargin>
{
    protected override R Loss<R>(MultilabelMargin spec, CellInputs<R> x)
    {
        ReadOnlySpan<R> scores = x["input"];
        List<R> terms = [];
        foreach (int y in x.Labels)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (x.Labels.Contains(j))
                    continue;
                R z = R.Hull(R.One - scores[y] + scores[j], R.One - (scores[y] - scores[j]));
                terms.Add(MultiMarginDefinition.Positive(z, z));
            }
        }

        return Sum(terms.ToArray());
    }

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelMargin spec, CellInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];

    protected override long? LabelOf(long[]? labels, int row) => null;

    protected override int[] ListOf(long[]? labels, int row, int classes) =>
        [.. MultilabelMargin.Listed(labels.AsSpan(row * classes, classes)).ToArray().Select(label => (int)label)];
}
