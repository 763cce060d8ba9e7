using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// C. F. Gauss, 1809: r², or ½r².
sealed class SquaredErrorDefinition : ElementLossDefinition<SquaredError>
{
    protected override R Element<R>(SquaredError spec, R prediction, R target)
    {
        R square = R.Square(prediction - target);
        return spec.Half ? R.Half * square : square;
    }
}
