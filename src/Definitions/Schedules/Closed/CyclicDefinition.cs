using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// With T = u + d: c = ⌊1 + t/T⌋, x = 1 + t/T − c, r = u/T; s = x/r where x ≤ r, else (x − 1)/(r − 1);
// times 1, 2^(1−c), γᵗ, or a function of c or t.
sealed class CyclicDefinition : ScheduleDefinition<Cyclic>
{
    protected override R At<R>(Cyclic spec, R start, long step)
    {
        R smallest = R.Exact(spec.BaseRate);
        return smallest + (R.Exact(spec.MaximumRate) - smallest) * Share<R>(spec, step) * Height<R>(spec, step);
    }

    protected override R Momentum<R>(Cyclic spec, long step)
    {
        R most = R.Exact(spec.MaximumMomentum);
        return most - (most - R.Exact(spec.BaseMomentum)) * Share<R>(spec, step) * Height<R>(spec, step);
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Cyclic spec, double start) =>
        [(0, spec.BaseRate), (spec.Period, spec.BaseRate), (2 * spec.Period, spec.BaseRate)];

    static R Share<R>(Cyclic spec, long step)
        where R : struct, IReal<R>
    {
        long since = step % spec.Period;
        R ratio = R.Exact(spec.StepsUp) / R.Exact(spec.Period);
        // PyTorch's 1 + t/T − c loses the digits of t/T to cancellation with c; the exact fraction is inside.
        R passed = R.One + R.Exact(step) / R.Exact(spec.Period) - R.Exact(1 + step / spec.Period);
        R rising = R.Hull(R.Exact(since) / R.Exact(spec.StepsUp), passed / ratio);
        if (since < spec.StepsUp || spec.Period == spec.StepsUp)
            return rising;
        R falling = R.Hull(R.Exact(spec.Period - since) / R.Exact(spec.Period - spec.StepsUp), (passed - R.One) / (ratio - R.One));
        // At the peak itself PyTorch's rounding decides between the two.
        return since == spec.StepsUp ? R.Hull(rising, falling) : falling;
    }

    static R Height<R>(Cyclic spec, long step)
        where R : struct, IReal<R> => spec.Scale is { } scale
        ? R.Exact(scale.At(spec.ScaleMode == CyclicScale.Cycle ? 1 + step / spec.Period : step))
        : spec.Mode switch
        {
            CyclicMode.Triangular => R.One,
            CyclicMode.Triangular2 => R.Pow(R.Half, step / spec.Period),
            _ => R.Pow(R.Exact(spec.Gamma), step),
        };
}
