using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// J. T. Barron, 2017: x where x > 0, else α(e^(x/α) − 1), with the derivative 1 at 0.
sealed class CeluDefinition : ElementActivationDefinition<Celu>
{
    protected override R Element<R>(Celu spec, R x)
    {
        R alpha = R.FromHost(spec.Alpha), inverse = R.FromHost(1 / Host.Of(spec.Alpha));
        // NaN takes the identity branch, which propagates it.
        return R.Where(x <= R.Zero, () => Left(x, alpha, inverse), () => x);
    }

    static R Left<R>(R x, R alpha, R inverse)
        where R : struct, IReal<R>
    {
        R share = R.Hull(x / alpha, x * inverse), power = R.Detach(R.Exp(share));
        // The derivative is e^(x/α), possibly multiplied by α and 1/α.
        return R.WithDerivativeOf(R.Detach(alpha * R.Expm1(share)), R.WithDerivativeOf(x * power, x * inverse * alpha * power));
    }
}
