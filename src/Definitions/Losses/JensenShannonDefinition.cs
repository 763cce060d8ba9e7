using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// J. Lin, 1991: the entropy of the mean m = (x + y)/2 less the mean of the entropies.
sealed class JensenShannonDefinition : RowLossDefinition<JensenShannon>
{
    protected override R Loss<R>(JensenShannon spec, CellInputs<R> x) => SumOver(x, c => Element(x["input"][c], x["target"][c]));

    protected override LogBase Base(JensenShannon spec) => spec.Base;

    static R Element<R>(R prediction, R target)
        where R : struct, IReal<R>
    {
        R x = R.Detach(prediction), y = R.Detach(target), mean = R.Half * (x + y);
        Truth none = R.Equal(mean, R.Zero);
        R ofEntropies = R.Half * (Times(x, x) + Times(y, y)) - Times(mean, mean);
        R ofRatios = R.Half * (Times(x, x / mean) + Times(y, y / mean));
        R value = R.Where(none, () => R.Zero, () => R.Hull(ofEntropies, ofRatios));
        return R.WithSlopeOf(value, R.WithSlopeOf(Sloped(prediction, mean, none), Sloped(target, mean, none)));
    }

    // The derivative of a·ln a is 1 + ln a; the ones cancel.
    static R Sloped<R>(R number, R mean, Truth none)
        where R : struct, IReal<R>
    {
        R a = R.Detach(number);
        R byRatio = R.Hull(R.Half * R.Log(a / mean), R.Half * (R.Log(a) - R.Log(mean)));
        R byParts = number * (R.Half * (R.One + R.Log(a))) - number * (R.Half * (R.One + R.Log(mean)));
        return R.Where(none, () => number * R.Zero, () => R.WithSlopeOf(number * byRatio, byParts));
    }

    // a·ln b with 0 ln 0 = 0.
    static R Times<R>(R a, R b)
        where R : struct, IReal<R> => R.Where(R.Equal(a, R.Zero), () => R.Zero, () => a * R.Log(b));
}
