using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − cos where y = 1, max(0, cos − m) where y = −1, else 0.
sealed class CosineEmbeddingDefinition : VectorLossDefinition<CosineEmbedding>
{
    protected override R Loss<R>(CosineEmbedding spec, CellInputs<R> x)
    {
        R y = x["target"][0], cosine = Distances.Cosine(x["input1"], x["input2"]);
        R apart = R.One - cosine, near = Clamp.AtLeastZero(cosine - R.FromHost(spec.Margin));
        R loss = R.Where(R.Equal(y, R.One), apart, R.Where(R.Equal(y, -R.One), near, R.Zero));
        // Of the parts that were not chosen the slope is 0 times theirs, as the chain rule has it, which is NaN where theirs is infinite.
        return R.WithSlopeOf(R.Detach(loss), loss + cosine * R.Zero);
    }
}
