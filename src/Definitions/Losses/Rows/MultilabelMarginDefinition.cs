using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (1/C)·Σ_{y∈Y} Σ_{j∉Y} max(0, 1 − x_y + x_j)
sealed class MultilabelMarginDefinition : RowLossDefinition<MultilabelMargin>
{
    protected override R Loss<R>(MultilabelMargin spec, GroupInputs<R> x) => R.Sum(Terms(x).ToArray(), SumClass.Any);

    // libtorch sums over all rows, one term after the other, before it divides by the number of classes.
    protected override R Total<R>(MultilabelMargin spec, GroupInputs<R>[] groups, Factor<R>? divisor)
    {
        R total = base.Total(spec, groups, divisor);
        return groups.Length == 0 ? total : R.Hull(total, Divided(
            Factor<R>.Over(Host.Of(groups[0]["input"].Length)).Apply(R.Sum(groups.SelectMany(Terms).ToArray(), SumClass.Any)), divisor));
    }

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelMargin spec, GroupInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];

    protected override long? LabelOf(long[]? labels, int row) => null;

    protected override int[] ListOf(long[]? labels, int row, int classes) =>
        [.. MultilabelMargin.Listed(labels.AsSpan(row * classes, classes)).ToArray().Select(label => (int)label)];

    static List<R> Terms<R>(GroupInputs<R> x)
        where R : struct, IReal<R>
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

        return terms;
    }
}
