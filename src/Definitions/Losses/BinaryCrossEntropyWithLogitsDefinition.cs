using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (1 − y)x + (1 + (q − 1)y)·ln(1 + e⁻ˣ), with the positive weight q.
sealed class BinaryCrossEntropyWithLogitsDefinition : ElementLossDefinition<BinaryCrossEntropyWithLogits>
{
    protected override R Element<R>(BinaryCrossEntropyWithLogits spec, R prediction, R target) =>
        // Without q the slope is (1 − y) − σ(−x) or σ(x) − y.
        R.WithSlopeOf(
            (R.One - target) * prediction + R.Softplus(-prediction),
            R.Softplus(prediction) - target * prediction);

    protected override R Loss<R>(BinaryCrossEntropyWithLogits spec, CellInputs<R> x)
    {
        if (!x.Has("pos_weight"))
            return base.Loss(spec, x);
        R prediction = x["input"][0], target = x["target"][0], positive = x["pos_weight"][0];
        return (R.One - target) * prediction + (R.One + (positive - R.One) * target) * R.Softplus(-prediction);
    }

    protected override LogBase Base(BinaryCrossEntropyWithLogits spec) => spec.Base;
}
