using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − cos where y = 1, max(0, cos − m) where y = −1, else 0.
sealed class CosineEmbeddingDefinition : VectorLossDefinition<CosineEmbedding>
{
    protected override bool ScalesInside => true;

    static R Cosine<R>(CellInputs<R> x, R? slope = null)
        where R : struct, IReal<R> => Distances.Cosine(x["input1"], x["input2"], x[Cell.Again("input1")], x[Cell.Again("input2")], slope);

    protected override R Loss<R>(CosineEmbedding spec, CellInputs<R> x)
    {
        R y = x["target"][0], cosine = Cosine(x);
        R apart = R.One - cosine, near = Clamp.AtLeastZero(cosine - R.FromHost(spec.Margin));
        R loss = R.Where(R.Equal(y, R.One), apart, R.Where(R.Equal(y, -R.One), near, R.Zero));
        // Of the parts that were not chosen the slope is 0 times theirs, as the chain rule has it, which is NaN where theirs is infinite.
        return R.WithSlopeOf(R.Detach(loss), loss + cosine * R.Zero);
    }

    // The scale may enter before the slope of the cosine, which then rounds where it is tiny.
    protected override R Scaled<R>(CosineEmbedding spec, CellInputs<R> x, R scale)
    {
        R y = x["target"][0], excess = R.Detach(Cosine(x)) - R.FromHost(spec.Margin);
        R sign = R.Where(R.Equal(y, R.One), -R.One, R.Where(R.Equal(y, -R.One), R.Where(excess >= R.Zero, R.One, R.Zero), R.Zero));
        return R.WithSlopeOf(Loss(spec, x) * scale, sign * Cosine(x, scale));
    }
}
