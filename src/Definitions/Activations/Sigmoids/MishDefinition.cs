using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// D. Misra, 2019: x·tanh(ln(1 + eˣ))
sealed class MishDefinition : ElementActivationDefinition<Mish>
{
    // From here on 1 − tanh² is 0 in every implementation, but its enclosure is not.
    const double Flat = 40;

    protected override R Element<R>(Mish spec, R x)
    {
        R value = x * R.Tanh(R.Softplus(x)), derivative = x * R.Detach(Derivative(x));
        return R.Where(x > R.Exact(Flat), () => R.WithDerivativeOf(R.Detach(value), derivative), () => R.WithDerivativeOf(value, derivative));
    }

    // t + x·σ·(1 − t²) in terms of e = e^−|x|, in which 1 − t² is free of cancellation.
    static R Derivative<R>(R x)
        where R : struct, IReal<R>
    {
        R e = R.Exp(-R.Abs(x)), square = R.Square(e);
        Truth left = x < R.Zero;
        R above = R.Where(left, square + R.Two * e, R.One + R.Two * e);
        R below = above + R.Two * R.Where(left, R.One, square);
        return above / below + x * (R.Exact(4) * R.Where(left, e, square) * (R.One + e) / R.Square(below));
    }
}
