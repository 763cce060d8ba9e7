using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// (ln(1 + max(x, ε)) − ln(1 + max(y, ε)))².
sealed class SquaredLogarithmicErrorDefinition : ElementLossDefinition<SquaredLogarithmicError>
{
    // The slope has the factors 2, the difference and 1/(1 + x).
    protected override bool HasInnerFactors(SquaredLogarithmicError spec) => true;

    protected override R Element<R>(SquaredLogarithmicError spec, R prediction, R target)
    {
        R least = R.FromHost(spec.Epsilon);
        return R.Square(R.Log1p(Clamp.AtLeast(prediction, least)) - R.Log1p(Clamp.AtLeast(target, least)));
    }
}
