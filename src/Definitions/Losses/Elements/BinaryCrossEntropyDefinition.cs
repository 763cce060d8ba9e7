using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −[y·max(ln x, −100) + (1 − y)·max(ln(1 − x), −100)]
sealed class BinaryCrossEntropyDefinition : ElementLossDefinition<BinaryCrossEntropy>
{
    const double SmallestLogarithm = -100;

    // The derivatives are conventions that hold where the logarithms are clamped too: d/dx is (x − y)/max(x(1 − x), 10⁻¹²), d/dy is
    // ln(1 − x) − ln x.
    protected override R Element<R>(BinaryCrossEntropy spec, R prediction, R target)
    {
        R x = R.Detach(prediction), y = R.Detach(target), smallest = R.Exact(SmallestLogarithm);
        R ofOne = R.Log(x), ofZero = R.Hull(R.Log1p(-x), R.Log(R.One - x));
        R value = (y - R.One) * R.Max(ofZero, smallest) - y * R.Max(ofOne, smallest);
        R byPrediction = prediction * (x - y) / R.Max((R.One - x) * x, R.Exact(BinaryCrossEntropy.SmallestVariance));
        return R.WithDerivativeOf(value, byPrediction + target * (ofZero - ofOne));
    }

    protected override LogBase Base(BinaryCrossEntropy spec) => spec.Base;
}
