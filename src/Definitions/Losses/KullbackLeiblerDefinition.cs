using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// S. Kullback and R. A. Leibler, 1951: y ln y − y·x with 0 ln 0 = 0, or eʸ(y − x) of a target that is a logarithm.
sealed class KullbackLeiblerDefinition : ElementLossDefinition<KullbackLeibler>
{
    // The slope eʸ + eʸ(y − x) may be factored.
    protected override bool HasInnerFactors(KullbackLeibler spec) => spec.LogTarget;

    protected override R Element<R>(KullbackLeibler spec, R prediction, R target) =>
        spec.LogTarget ? OfLogarithm(prediction, target) : OfProbability(prediction, target);

    protected override LogBase Base(KullbackLeibler spec) => spec.Base;

    static R OfLogarithm<R>(R x, R y)
        where R : struct, IReal<R>
    {
        // The slope by y is eʸ + eʸ(y − x), whose last product may be formed from either side.
        R power = R.Detach(R.Exp(y)), difference = R.Detach(y - x);
        return R.WithSlopeOf(R.Exp(y) * (y - x), (y - x) * power + y * difference * power);
    }

    static R OfProbability<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R log = R.Log(y);
        R value = R.Where(R.Equal(y, R.Zero), () => -(y * x), () => R.Hull(y * log - y * x, y * (log - x)));
        return R.WithSlopeOf(R.Detach(value), R.WithSlopeOf(-(R.Detach(y) * x), OfTarget(R.Detach(x), y)));
    }

    // By y the slope is ln y + y/y − x in any order: NaN at 0 and ∞, as in libtorch.
    static R OfTarget<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R d = R.Detach(y), ofLog = y * R.Log(d);
        R slope = y * R.Log(y) - y * x;
        foreach (R ratio in (ReadOnlySpan<R>)[d * R.Log(y), y * d / d])
        {
            slope = R.WithSlopeOf(slope, ofLog + ratio - y * x);
            slope = R.WithSlopeOf(slope, ofLog - y * x + ratio);
            slope = R.WithSlopeOf(slope, ofLog + (ratio - y * x));
        }

        return slope;
    }
}
