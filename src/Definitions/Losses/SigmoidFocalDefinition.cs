using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin and others, 2017: α_t·(1 − p_t)^γ·CE, with 1 − p_t = σ(x)(1 − y) + σ(−x)·y.
sealed class SigmoidFocalDefinition : ElementLossDefinition<SigmoidFocal>
{
    protected override bool ScalesInside => true;

    protected override R Element<R>(SigmoidFocal spec, R prediction, R target) => Parts<R>.Of(spec, prediction, target).Loss;

    // A backward pass comes to each part with what all the others, and the scale, multiply it by, and adds up in an order of its own.
    protected override R Scaled<R>(SigmoidFocal spec, CellInputs<R> x, R scale)
    {
        var parts = Parts<R>.Of(spec, x["input"][0], x["target"][0]);
        R upon = scale * R.Detach(parts.Share);
        R missed = spec.Gamma == 0 ? R.Zero : upon * R.Detach(parts.Entropy) * Steep(R.Detach(parts.Missed), spec.Gamma);
        R entropy = upon * R.Detach(parts.Power), share = scale * R.Detach(parts.Entropy * parts.Power);
        return R.WithSlopeOf(parts.Loss * scale, R.Sum(
            [parts.Entropy * entropy, Upon(x["input"][0], parts.Other, missed), Upon(-x["input"][0], x["target"][0], missed), parts.ShareOfOne * share, parts.ShareOfZero * share], SumClass.Any));
    }

    // Of σ(x)·y: what comes upon it may be multiplied by y before it is by the slope of σ, and overflow.
    static R Upon<R>(R x, R y, R upon)
        where R : struct, IReal<R>
    {
        R sigmoid = R.Sigmoid(x);
        return R.Hull(sigmoid * y * upon, sigmoid * (y * upon));
    }

    static R Raised<R>(R x, double gamma)
        where R : struct, IReal<R> => gamma == 0 ? R.One : R.WithSlopeOf(R.Detach(RealPower.Of(x, gamma)), x * Steep(R.Detach(x), gamma));

    static R Steep<R>(R x, double gamma)
        where R : struct, IReal<R> => R.FromHost(gamma) * RealPower.Of(x, gamma, less: 1);

    readonly record struct Parts<R>(R Entropy, R Power, R Other, R Missed, R ShareOfZero, R ShareOfOne)
        where R : struct, IReal<R>
    {
        public R Share => ShareOfOne + ShareOfZero;

        public R Loss => Share * (Entropy * Power);

        public static Parts<R> Of(SigmoidFocal spec, R x, R y)
        {
            R other = R.One - y, missed = R.Sigmoid(x) * other + R.Sigmoid(-x) * y;
            bool isWeighted = spec.Alpha != SigmoidFocal.Unweighted;
            return new(
                BinaryCrossEntropyWithLogitsDefinition.Nats(x, y), Raised(missed, spec.Gamma), other, missed,
                isWeighted ? R.FromHost(Host.One - spec.Alpha) * other : R.Zero, isWeighted ? R.FromHost(spec.Alpha) * y : R.One);
        }
    }
}
