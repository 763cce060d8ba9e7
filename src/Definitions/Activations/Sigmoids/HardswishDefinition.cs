using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// A. Howard and others, 2019: x·clamp(x + 3, 0, 6)/6, with derivative 0 up to −3, 1 from 3 on and x/3 + ½ in between.
sealed class HardswishDefinition : ElementActivationDefinition<Hardswish>
{
    protected override R Element<R>(Hardswish spec, R x)
    {
        R three = R.Exact(3);
        // NaN takes the right branch, which propagates it.
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

    // x, or 6x/6, computed with x/8, which is exact, because 6x can overflow where x does not.
    static R Right<R>(R x)
        where R : struct, IReal<R>
    {
        R eight = R.Exact(8), six = R.Exact(6);
        return R.WithDerivativeOf(R.Detach(R.Hull(x, x / eight * six / six * eight)), x);
    }
}
