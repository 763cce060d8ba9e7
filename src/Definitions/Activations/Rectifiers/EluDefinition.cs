using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// D.-A. Clevert and others, 2015: x where x > 0, else α(eˣ − 1), with the derivative α at 0.
sealed class EluDefinition : ElementActivationDefinition<Elu>
{
    /// <summary>α(eˣ − 1), with the cancellation-free derivative αeˣ.</summary>
    public static R Left<R>(R x, R alpha)
        where R : struct, IReal<R> => R.WithDerivativeOf(R.Detach(alpha * R.Expm1(x)), alpha * R.Exp(x));

    // NaN takes the identity branch, which propagates it.
    protected override R Element<R>(Elu spec, R x) => R.Where(x <= R.Zero, () => Left(x, R.FromHost(spec.Alpha)), () => x);
}
