using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// D.-A. Clevert and others, 2015: x where x > 0, else α(eˣ − 1), with the slope α at 0.
sealed class EluDefinition : ElementActivationDefinition<Elu>
{
    /// <summary>α(eˣ − 1), whose slope αeˣ does not cancel.</summary>
    /// <remarks>What comes from above may meet α before the power.</remarks>
    public static R Left<R>(R x, R alpha)
        where R : struct, IReal<R>
    {
        R power = R.Exp(x);
        return R.WithSlopeOf(R.Detach(alpha * R.Expm1(x)), R.WithSlopeOf(alpha * power, x * alpha * R.Detach(power)));
    }

    // NaN takes the identity, which passes it on.
    protected override R Element<R>(Elu spec, R x) => R.Where(x <= R.Zero, () => Left(x, R.FromHost(spec.Alpha)), () => x);
}
