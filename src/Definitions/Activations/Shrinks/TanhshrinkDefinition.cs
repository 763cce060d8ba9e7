using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// x − tanh x
sealed class TanhshrinkDefinition : ElementActivationDefinition<Tanhshrink>
{
    // For |x| ≤ 1 this many levels of tanh x = x/(1 + x²/(3 + x²/(5 + …))) leave a relative error of the difference below 2⁻¹¹⁸.
    const int Steps = 16;

    protected override R Element<R>(Tanhshrink spec, R x)
    {
        R derivative = x * R.Detach(R.Square(R.Tanh(x)));
        // From ½ on the direct difference loses few digits, so both forms are natural there.
        return R.WithDerivativeOf(R.Detach(R.Where(R.Abs(x) <= R.Half, () => Near(x), () => R.Where(
            R.Abs(x) <= R.One, () => R.Hull(x - R.Tanh(x), Near(x)), () => x - R.Tanh(x)))), derivative);
    }

    // J. H. Lambert, 1761: with q = x²/(3 + x²/(5 + …)) the difference is x·q/(1 + q), free of cancellation.
    static R Near<R>(R x)
        where R : struct, IReal<R>
    {
        R square = R.Square(x), tail = R.Zero;
        for (int n = Steps; n > 1; n--)
            tail = square / (R.Exact(2 * n + 1) + tail);
        R rest = square / (R.Exact(3) + tail);
        R whole = R.Hull(x * rest / (R.One + rest), x * (rest / (R.One + rest)));
        // The same as x³/3 minus a fraction of it.
        R third = x * square / R.Exact(3), off = square + tail;
        return R.Hull(whole, third - third * (off / (R.Exact(3) + off)));
    }
}
