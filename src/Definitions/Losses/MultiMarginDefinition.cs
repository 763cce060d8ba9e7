using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// J. Weston and C. Watkins, 1999: Σ_{j≠y} w_y·max(0, m − x_y + x_j)ᵖ, perhaps divided by the number of classes.
sealed class MultiMarginDefinition : ClassLossDefinition<MultiMargin>
{
    protected override R Loss<R>(MultiMargin spec, CellInputs<R> x)
    {
        ReadOnlySpan<R> scores = x["input"];
        R right = scores[x.Label!.Value], margin = R.FromHost(spec.Margin);
        var terms = new List<R>();
        for (int j = 0; j < scores.Length; j++)
        {
            if (j != x.Label)
                terms.Add(Term(spec, R.Hull(margin - right + scores[j], margin - (right - scores[j]))));
        }

        if (!x.Has("weight"))
            return Sum(terms.ToArray());
        R weight = Weight(x, x.Label.Value);
        return R.Hull(Sum(terms.ConvertAll(term => term * weight).ToArray()), Sum(terms.ToArray()) * weight);
    }

    protected override IEnumerable<Factor<R>> Factors<R>(MultiMargin spec, CellInputs<R> x) =>
        spec.PerClass ? [Factor<R>.Over(Host.Of(x["input"].Length))] : [];

    static R Term<R>(MultiMargin spec, R z)
        where R : struct, IReal<R>
    {
        // The slope at the kink is 0. libtorch asks z > 0 and so leaves NaN out, where a maximum would pass it on.
        R active = spec.P == 1 ? z : R.Square(z);
        return R.Where(z > R.Zero, active, R.Where(z <= R.Zero, R.Zero, R.Hull(active, R.Zero)));
    }
}
