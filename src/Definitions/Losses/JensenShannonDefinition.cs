using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// J. Lin, 1991: the entropy of the mean m = (x + y)/2 less the mean of the entropies.
sealed class JensenShannonDefinition : RowLossDefinition<JensenShannon>
{
    protected override R Loss<R>(JensenShannon spec, CellInputs<R> x) => SumOver(x, c => Element(x["input"][c], x["target"][c]));

    protected override LogBase Base(JensenShannon spec) => spec.Base;

    // A number below 0 is no probability. Where both are 0 nothing depends on either.
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
        R x = R.Detach(prediction), y = R.Detach(target), mean = R.Half * (x + y), ofMean = R.Log(mean);
        var (ofX, overX, ratioX) = (R.Log(x), x / mean, R.Log(x / mean));
        var (ofY, overY, ratioY) = (R.Log(y), y / mean, R.Log(y / mean));
        R value = R.Hull(
            R.Half * (Times(x, ofX) + Times(y, ofY)) - mean * ofMean,
            R.Half * (Times(x, ratioX) + Times(y, ratioY)));
        R slopes = R.WithSlopeOf(Sloped(prediction, ofX, ofMean, ratioX), Sloped(target, ofY, ofMean, ratioY));
        // Where neither is 0 the ratios may be differentiated as they stand; what comes beside the logarithm cancels.
        return R.WithSlopeOf(value, R.Where(R.Equal(x * y, R.Zero), () => slopes, () => R.WithSlopeOf(slopes, R.WithSlopeOf(
            prediction * (R.Half * (ratioX + Own(x, overX, mean)) - Other(y, overY, mean)),
            target * (R.Half * (ratioY + Own(y, overY, mean)) - Other(x, overX, mean))))));
    }

    // The derivative of a·ln a is 1 + ln a; the ones cancel.
    static R Sloped<R>(R number, R log, R ofMean, R ofRatio)
        where R : struct, IReal<R> => R.WithSlopeOf(
            number * R.Hull(R.Half * ofRatio, R.Half * (log - ofMean)),
            number * (R.Half * (R.One + log)) - number * (R.Half * (R.One + ofMean)));

    static R Own<R>(R a, R ratio, R mean)
        where R : struct, IReal<R> => a / ratio * (R.One / mean - R.Half * (ratio / mean));

    static R Other<R>(R a, R ratio, R mean)
        where R : struct, IReal<R> => R.Half * (R.Half * (a / ratio * (ratio / mean)));

    // a·ln b with 0 ln 0 = 0.
    static R Times<R>(R a, R log)
        where R : struct, IReal<R> => R.Where(R.Equal(a, R.Zero), () => R.Zero, () => a * log);
}
