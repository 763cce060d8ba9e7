using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// M. Riedmiller and H. Braun, 1993: an element's step size grows while the gradient keeps its sign; on a sign change it shrinks, and the
// element does not move.
sealed class RpropDefinition : OptimizerDefinition<Rprop>
{
    protected override void Update<R>(Rprop spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), turn = g * x["prev"];
        Truth stays = turn > R.Zero, turns = turn < R.Zero;
        R factor = R.Where(stays, R.FromHost(spec.EtaPlus), R.Where(turns, R.FromHost(spec.EtaMinus), R.One));
        R size = R.Min(R.Max(x["step_size"] * factor, R.FromHost(spec.SmallestStep)), R.FromHost(spec.LargestStep));
        R kept = R.Where(turns, R.Zero, g);
        (x["prev"], x["step_size"]) = (kept, size);
        x.Parameter -= R.Sign(kept) * size;
    }
}
