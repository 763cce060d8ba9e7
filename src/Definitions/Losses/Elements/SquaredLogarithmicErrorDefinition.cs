using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (ln(1 + max(x, ε)) − ln(1 + max(y, ε)))².
sealed class SquaredLogarithmicErrorDefinition : ElementLossDefinition<SquaredLogarithmicError>
{
    protected override R Element<R>(SquaredLogarithmicError spec, R prediction, R target)
    {
        R smallest = R.FromHost(spec.Epsilon), x = Clamp.AtLeast(prediction, smallest), y = Clamp.AtLeast(target, smallest);
        R difference = Apart(() => R.Log1p(x) - R.Log1p(y));
        R distance = Apart(() => R.Where(x >= y, () => Logarithm(y, x), () => -Logarithm(x, y)));
        return R.Square(R.WithDerivativeOf(R.Detach(R.Hull(difference, distance)), difference));

        // Equal numbers have equal logarithms, however they are rounded.
        R Apart(Func<R> logarithms) =>
            R.Where(R.Max(prediction, target) <= smallest, () => R.Zero, () => R.Where(R.Equal(x, y), () => x - y, logarithms));
    }

    // The logarithm of (1 + high)/(1 + low), free of cancellation.
    static R Logarithm<R>(R low, R high)
        where R : struct, IReal<R> => R.Log1p((high - low) / (R.One + low));
}
