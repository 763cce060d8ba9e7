using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// clamp(x + 3, 0, 6)/6, with derivative 0 at ±3 and, as in libtorch, at NaN.
sealed class HardsigmoidDefinition : ElementActivationDefinition<Hardsigmoid>
{
    protected override R Element<R>(Hardsigmoid spec, R x)
    {
        R three = R.Exact(3), six = R.Exact(6), inside = (x + three) / six;
        R value = R.Where(x <= -three, R.Zero, R.Where(x >= three, R.One, inside));
        // The derivative divides by 6 or multiplies by 1/6.
        R line = R.WithDerivativeOf(inside, x * R.FromHost(1 / Numbers.Host.Of(6)));
        return R.WithDerivativeOf(R.Detach(value), R.Where(x > -three, R.Where(x < three, line, R.Zero * x), R.Zero * x));
    }
}
