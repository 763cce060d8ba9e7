using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// S. Elfwing and others, 2017: x·σ(x)
sealed class SiluDefinition : ElementActivationDefinition<Silu>
{
    // From here on 1 − σ is 0 in every implementation, but its enclosure is not.
    const double Flat = 40;

    // The derivative is σ(1 + x(1 − σ)), or with σ(−x) for 1 − σ, free of cancellation.
    protected override R Element<R>(Silu spec, R x)
    {
        R share = R.Detach(R.Sigmoid(x)), rest = R.Detach(R.Sigmoid(-x)), value = R.Detach(x * share);
        R derivative = x * R.Detach(share * (R.One + x * rest)), sum = x * R.Detach(share + x * (share * rest));
        R whole = R.WithDerivativeOf(derivative, sum);
        return R.WithDerivativeOf(value, R.Where(x > R.Exact(Flat), () => whole, () => R.WithDerivativeOf(
            R.WithDerivativeOf(whole, x * R.Detach(share * (R.One + x * (R.One - share)))), x * R.Sigmoid(x))));
    }
}
