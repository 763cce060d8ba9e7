using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (1 − y)x + (1 + (q − 1)y)·ln(1 + e⁻ˣ), where q is PyTorch's pos_weight.
sealed class BinaryCrossEntropyWithLogitsDefinition : ElementLossDefinition<BinaryCrossEntropyWithLogits>
{
    /// <summary>The loss without pos_weight; its derivative is (1 − y) − σ(−x), or σ(x) − y.</summary>
    public static R Nats<R>(R prediction, R target)
        where R : struct, IReal<R>
    {
        R linear = (R.One - target) * prediction;
        return R.WithDerivativeOf(R.Detach(linear + Softplus(-prediction)), R.WithDerivativeOf(
            linear + R.Softplus(-prediction),
            R.Softplus(prediction) - target * prediction));
    }

    protected override R Element<R>(BinaryCrossEntropyWithLogits spec, R prediction, R target) => Nats(prediction, target);

    // With q the derivative is (1 − y)·σ(x) − q·y·σ(−x), or (1 − y) − (1 + (q − 1)y)·σ(−x).
    protected override R Loss<R>(BinaryCrossEntropyWithLogits spec, GroupInputs<R> x)
    {
        if (!x.Has("pos_weight"))
            return base.Loss(spec, x);
        R prediction = x["input"][0], target = x["target"][0], positive = x["pos_weight"][0];
        R linear = (R.One - target) * prediction, share = R.One + (positive - R.One) * target;
        return R.WithDerivativeOf(R.Detach(linear + share * Softplus(-prediction)), R.WithDerivativeOf(
            (R.One - target) * R.Softplus(prediction) + positive * target * R.Softplus(-prediction),
            linear + share * R.Softplus(-prediction)));
    }

    protected override LogBase Base(BinaryCrossEntropyWithLogits spec) => spec.Base;

    // ln(1 + eˣ), or as in libtorch 1.13 ln(e⁰ + eˣ), shifted by the larger exponent, which rounds to 0 for small eˣ and is NaN at ∞.
    static R Softplus<R>(R x)
        where R : struct, IReal<R> => R.Hull(
            R.Softplus(x),
            () => R.Where(R.Equal(x, R.Exact(double.PositiveInfinity)), () => x - x, () => R.LogSumExp([R.Zero, x], SumClass.Any)));
}
