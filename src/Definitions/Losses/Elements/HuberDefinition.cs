using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// P. J. Huber, 1964: ½r² where |r| < δ, else δ(|r| − ½δ). Value and derivative are continuous, so either branch is right at a finite δ.
sealed class HuberDefinition : ElementLossDefinition<Huber>
{
    protected override R Element<R>(Huber spec, R prediction, R target)
    {
        R delta = R.FromHost(spec.Delta), r = prediction - target, size = R.Abs(r);
        return R.Where(size >= delta, delta * (size - R.Half * delta), R.Half * R.Square(r));
    }
}
