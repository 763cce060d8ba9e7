using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// J. Weston and C. Watkins, 1999: Σ_{j≠y} w_y·max(0, m − x_y + x_j)ᵖ, optionally divided by the number of classes.
sealed class MultiMarginDefinition : ClassLossDefinition<MultiMargin>
{
    // The weight, the power and the number of classes may first be multiplied with each other.
    protected override bool HasInnerFactors(MultiMargin spec) => true;

    protected override R Loss<R>(MultiMargin spec, GroupInputs<R> x)
    {
        ReadOnlySpan<R> scores = x["input"];
        R right = scores[x.Label!.Value], margin = R.FromHost(spec.Margin);
        R? weight = x.Has("weight") ? Weight(x, x.Label.Value) : null;
        List<R> terms = [], weighted = [];
        for (int j = 0; j < scores.Length; j++)
        {
            if (j == x.Label)
                continue;
            R z = R.Hull(margin - right + scores[j], margin - (right - scores[j]));
            terms.Add(Positive(z, spec.P == 1 ? z : R.Square(z)));
            if (weight is { } w)
                weighted.Add(Positive(z, (spec.P == 1 ? z : R.Square(z)) * w));
        }

        R sum = Sum(terms.ToArray());
        if (weight is not { } times)
            return sum;
        return R.Hull(Sum(weighted.ToArray()), sum * times);
    }

    // libtorch always divides, so the undivided loss may be computed as C times the divided one.
    protected override IEnumerable<Factor<R>[]> Factors<R>(MultiMargin spec, GroupInputs<R> x)
    {
        Host classes = Host.Of(x["input"].Length);
        Factor<R> over = Factor<R>.Over(classes);
        return spec.PerClass ? [[over]] : [[], [over, Factor<R>.Times(R.FromHost(classes))]];
    }

    protected override R Total<R>(MultiMargin spec, GroupInputs<R>[] groups, Factor<R>? divisor)
    {
        // libtorch's mean over zero rows is 0, unlike in its other losses.
        if (groups.Length == 0)
            return R.Zero;
        R total = base.Total(spec, groups, divisor);
        if (spec.PerClass)
            return total;
        R classes = R.FromHost(Host.Of(groups[0]["input"].Length));
        return R.Hull(total, classes * base.Total(spec with { PerClass = true }, groups, divisor));
    }

    /// <summary>The term that is active above the kink, at which the derivative is 0.</summary>
    /// <remarks>As in libtorch, whose test z &gt; 0 drops NaN, where a maximum would propagate it.</remarks>
    internal static R Positive<R>(R z, R active)
        where R : struct, IReal<R> => R.Where(z > R.Zero, active, R.Zero);
}
