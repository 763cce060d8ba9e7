using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// S. Kullback and R. A. Leibler, 1951: y ln y − y·x with 0 ln 0 = 0, or eʸ(y − x) of a target that is a logarithm.
sealed class KullbackLeiblerDefinition : ElementLossDefinition<KullbackLeibler>
{
    protected override R Element<R>(KullbackLeibler spec, R prediction, R target)
    {
        if (spec.LogTarget)
            return R.Exp(target) * (target - prediction);
        R negentropy = R.Where(R.Equal(target, R.Zero), () => R.Zero, () => target * R.Log(target));
        // The slope of y ln y is ln y + 1, which is −∞ at 0; the product's own form is ln y + y/y.
        negentropy = R.WithSlopeOf(negentropy, target * R.Log(R.Detach(target)) + target);
        return negentropy - target * prediction;
    }

    protected override LogBase Base(KullbackLeibler spec) => spec.Base;
}
