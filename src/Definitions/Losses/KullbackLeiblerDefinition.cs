using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// S. Kullback and R. A. Leibler, 1951: y ln y − y·x with 0 ln 0 = 0, or eʸ(y − x) of a target that is a logarithm.
sealed class KullbackLeiblerDefinition : ElementLossDefinition<KullbackLeibler>
{
    protected override R Element<R>(KullbackLeibler spec, R prediction, R target)
    {
        if (spec.LogTarget)
            return R.Exp(target) * (target - prediction);
        R entropy = R.Where(R.Equal(target, R.Zero), () => R.Zero, () => target * R.Log(target));
        return entropy - target * prediction;
    }

    protected override LogBase Base(KullbackLeibler spec) => spec.Base;
}
