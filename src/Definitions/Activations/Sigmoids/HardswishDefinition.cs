using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// A. Howard and others, 2019: x·clamp(x + 3, 0, 6)/6, with the derivative 0 up to −3, 1 from 3 on and x/3 + ½ between.
sealed class HardswishDefinition : ElementActivationDefinition<Hardswish>
{
    protected override R Element<R>(Hardswish spec, R x)
    {
        R three = R.Exact(3);
        // NaN takes the right branch, which passes it on.
        return R.Where(x <= -three, x * R.Zero, R.Where(x < three, Middle(x), Right(x)));
    }

    // (2x + 3)/6, or x/3 + ½.
    static R Middle<R>(R x)
        where R : struct, IReal<R>
    {
        R three = R.Exact(3), six = R.Exact(6);
        return R.WithDerivativeOf(
            R.WithDerivativeOf(R.Detach(x * (x + three) / six), x * R.Detach(x / three + R.Half)),
            x * R.Detach((R.Two * x + three) / six));
    }

    // x, or 6x/6. Divided by 8 meanwhile, which rounds nothing: where 6x overflows, x does not.
    static R Right<R>(R x)
        where R : struct, IReal<R>
    {
        R eight = R.Exact(8), six = R.Exact(6);
        return R.WithDerivativeOf(R.Detach(R.Hull(x, x / eight * six / six * eight)), x);
    }
}
