using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// min(max(x, a), b), with the derivative 0 at a and b; NaN stays NaN.
sealed class HardtanhDefinition : ElementActivationDefinition<Hardtanh>
{
    /// <summary>The number clamped to the bounds.</summary>
    public static R Clamped<R>(R x, R smallest, R most)
        where R : struct, IReal<R> => R.Where(x >= most, most, R.Where(x <= smallest, R.Detach(R.Min(smallest, most)), x));

    protected override R Element<R>(Hardtanh spec, R x) => Clamped(x, R.FromHost(spec.Minimum), R.FromHost(spec.Maximum));
}
