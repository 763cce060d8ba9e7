using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// x where y = 1, max(0, m − x) where y = −1, and both together for any other y, as in libtorch.
sealed class HingeEmbeddingDefinition : ElementLossDefinition<HingeEmbedding>
{
    protected override R Element<R>(HingeEmbedding spec, R prediction, R target)
    {
        R missing = Clamp.AtLeast(R.FromHost(spec.Margin) - prediction, R.Zero);
        return R.Where(R.Equal(target, R.One), prediction, R.Where(R.Equal(target, -R.One), missing, missing + prediction));
    }
}
