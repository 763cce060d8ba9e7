using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// G. Klambauer and others, 2017: s·x where x > 0, else s·α(eˣ − 1), with the derivative s·α at 0.
sealed class SeluDefinition : ElementActivationDefinition<Selu>
{
    protected override R Element<R>(Selu spec, R x)
    {
        R scale = R.FromHost(Selu.Scale), alpha = R.FromHost(Selu.Alpha);
        R together = R.Hull(R.FromHost(Host.Of(Selu.Scale) * Selu.Alpha), scale * alpha);
        return R.Where(x <= R.Zero, () => R.Hull(EluDefinition.Left(x, together), scale * EluDefinition.Left(x, alpha)), () => scale * x);
    }
}
