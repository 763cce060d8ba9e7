using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln cosh r. For large |r| it is |r| + ln(1 + e^−2|r|) − ln 2, free of overflow; for small |r| ln(1 + 2 sinh²(r/2)), free of cancellation.
sealed class LogCoshDefinition : ElementLossDefinition<LogCosh>
{
    protected override R Element<R>(LogCosh spec, R prediction, R target)
    {
        R size = R.Abs(prediction - target);
        return R.Where(size < R.One, () => Near(size), () => Far(size));
    }

    // 4 sinh²(r/2) = (e^−|r| − 1)²·e^|r|.
    static R Near<R>(R size)
        where R : struct, IReal<R> => R.Log1p(R.Half * (R.Square(R.Expm1(-size)) * R.Exp(size)));

    static R Far<R>(R size)
        where R : struct, IReal<R> => size + R.Log1p(R.Exp(-R.Two * size)) - R.FromHost(Host.Log(2));
}
