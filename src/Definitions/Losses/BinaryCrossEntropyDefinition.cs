using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −[y·max(ln x, −100) + (1 − y)·max(ln(1 − x), −100)]
sealed class BinaryCrossEntropyDefinition : ElementLossDefinition<BinaryCrossEntropy>
{
    const double LeastLogarithm = -100;

    // The slopes are conventions that hold where the logarithms are clamped too: (x − y)/max(x(1 − x), 10⁻¹²) by x, and
    // ln(1 − x) − ln x by y.
    protected override R Element<R>(BinaryCrossEntropy spec, R prediction, R target)
    {
        R x = R.Detach(prediction), y = R.Detach(target), least = R.Exact(LeastLogarithm);
        R ofOne = R.Log(x), ofZero = R.Hull(R.Log1p(-x), R.Log(R.One - x));
        R value = (y - R.One) * R.Max(ofZero, least) - y * R.Max(ofOne, least);
        R byPrediction = prediction * (x - y) / R.Max((R.One - x) * x, R.Exact(BinaryCrossEntropy.LeastVariance));
        return R.WithSlopeOf(value, byPrediction + target * (ofZero - ofOne));
    }

    protected override LogBase Base(BinaryCrossEntropy spec) => spec.Base;
}
