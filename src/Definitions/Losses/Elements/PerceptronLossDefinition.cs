using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// F. Rosenblatt, 1958: max(0, −y·x), with the derivative 0 where y·x = 0.
sealed class PerceptronLossDefinition : ElementLossDefinition<PerceptronLoss>
{
    protected override R Element<R>(PerceptronLoss spec, R prediction, R target) => Margin.Missed(-(target * prediction));
}
