using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −[y·max(ln x, −100) + (1 − y)·max(ln(1 − x), −100)]
sealed class BinaryCrossEntropyDefinition : ElementLossDefinition<BinaryCrossEntropy>
{
    const double LeastLogarithm = -100;

    // libtorch's constant is a float in every element type.
    const double LeastVariance = 1e-12f;

    protected override R Element<R>(BinaryCrossEntropy spec, R prediction, R target)
    {
        // The slope by x is a convention, (x − y)/max(x(1 − x), 10⁻¹²), which holds where the logarithms are clamped too.
        R x = R.Detach(prediction), y = R.Detach(target);
        R slope = prediction * (x - y) / R.Max((R.One - x) * x, R.Exact(LeastVariance));
        return R.WithSlopeOf(Value(x, target), slope);
    }

    protected override LogBase Base(BinaryCrossEntropy spec) => spec.Base;

    static R Value<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R least = R.Exact(LeastLogarithm);
        R ofOne = R.Max(R.Log(x), least), ofZero = R.Max(R.Hull(R.Log1p(-x), R.Log(R.One - x)), least);
        return (y - R.One) * ofZero - y * ofOne;
    }
}
