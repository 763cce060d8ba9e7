using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// S. Kullback and R. A. Leibler, 1951: y ln y − y·x with 0 ln 0 = 0, or eʸ(y − x) for a target in log space (log_target).
sealed class KullbackLeiblerDefinition : ElementLossDefinition<KullbackLeibler>
{
    protected override R Element<R>(KullbackLeibler spec, R prediction, R target) =>
        spec.LogTarget ? OfLogarithm(prediction, target) : OfProbability(prediction, target);

    protected override LogBase Base(KullbackLeibler spec) => spec.Base;

    static R OfLogarithm<R>(R x, R y)
        where R : struct, IReal<R> => R.Exp(y) * (y - x);

    static R OfProbability<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R log = R.Log(y);
        R value = R.Where(R.Equal(y, R.Zero), () => -(y * x), () => R.Hull(y * log - y * x, y * (log - x)));
        // d/dy is ln y + y/y − x: NaN at 0 and ∞, as in libtorch.
        return R.WithDerivativeOf(R.Detach(value), y * log - y * x);
    }
}
