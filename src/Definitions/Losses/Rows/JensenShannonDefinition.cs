using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// J. Lin, 1991: the entropy of the mean m = (x + y)/2 minus the mean of the entropies.
sealed class JensenShannonDefinition : RowLossDefinition<JensenShannon>
{
    protected override R Loss<R>(JensenShannon spec, GroupInputs<R> x) => SumOver(x, c => Element(x["input"][c], x["target"][c]));

    protected override LogBase Base(JensenShannon spec) => spec.Base;

    // Negative numbers are not probabilities. Where both are 0 the value is 0, with derivative 0.
    static R Element<R>(R prediction, R target)
        where R : struct, IReal<R> => R.Where(
            R.Min(prediction, target) < R.Zero,
            () => (prediction + target) * R.Exact(double.NaN),
            () => R.Where(
                R.Equal(R.Detach(prediction + target), R.Zero),
                () => (prediction + target) * R.Zero,
                () => OfSome(prediction, target)));

    static R OfSome<R>(R prediction, R target)
        where R : struct, IReal<R>
    {
        R mean = R.Half * (prediction + target);
        R parts = R.Half * (Negentropy(prediction) + Negentropy(target)) - Negentropy(mean);
        if (R.KeepsFirst)
            return parts;
        R ratios = R.Half * (Times(prediction, R.Log(prediction / mean)) + Times(target, R.Log(target / mean)));
        // In closed form the terms 1 cancel.
        R onPaper = R.Half * (prediction * R.Log(R.Detach(prediction / mean)) + target * R.Log(R.Detach(target / mean)));
        R derivatives = R.WithDerivativeOf(parts, onPaper);
        // Where neither is 0 the ratios may be differentiated directly.
        return R.WithDerivativeOf(
            R.Detach(R.Hull(parts, ratios)),
            R.Where(R.Equal(R.Detach(R.Min(prediction, target)), R.Zero), () => derivatives, () => R.WithDerivativeOf(derivatives, ratios)));
    }

    // a·ln a, with derivative 1 + ln a even at 0.
    static R Negentropy<R>(R a)
        where R : struct, IReal<R>
    {
        R held = R.Detach(a), log = R.Log(held);
        return R.WithDerivativeOf(Times(held, log), a * (R.One + log));
    }

    // a·ln b with 0 ln 0 = 0.
    static R Times<R>(R a, R log)
        where R : struct, IReal<R> => R.Where(R.Equal(a, R.Zero), () => R.Zero, () => a * log);
}
