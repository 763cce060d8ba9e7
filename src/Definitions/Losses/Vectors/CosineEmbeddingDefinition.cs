using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − cos where y = 1, max(0, cos − m) where y = −1, else 0.
sealed class CosineEmbeddingDefinition : VectorLossDefinition<CosineEmbedding>
{
    static R Cosine<R>(GroupInputs<R> x)
        where R : struct, IReal<R> => Distances.Cosine(x["input1"], x["input2"], x[OutputGroup.Again("input1")], x[OutputGroup.Again("input2")]);

    protected override R Loss<R>(CosineEmbedding spec, GroupInputs<R> x)
    {
        R y = x["target"][0], cosine = Cosine(x);
        R apart = R.One - cosine, near = Clamp.AtLeastZero(cosine - R.FromHost(spec.Margin));
        R loss = R.Where(R.Equal(y, R.One), apart, R.Where(R.Equal(y, -R.One), near, R.Zero));
        // The chain rule multiplies the derivatives of the branches that are not chosen by 0, which is NaN if they are infinite.
        return R.WithDerivativeOf(R.Detach(loss), loss + cosine * R.Zero);
    }
}
