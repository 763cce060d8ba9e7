using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// L. Liu and others, 2020: Adam times r if ρ > κ, with r² = (ρ − 4)(ρ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρ), else only the bias-corrected mean.
sealed class RAdamDefinition : OptimizerDefinition<RAdam>
{
    protected override void Update<R>(RAdam spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1);
        R square = x["exp_avg_sq"] = MeanOfSquares(x["exp_avg_sq"], g, spec.Beta2);
        Host first = 1 - Host.Pow(spec.Beta1, step), second = 1 - Host.Pow(spec.Beta2, step);
        Host limit = 2 / (1 - Host.Of(spec.Beta2)) - 1, rho = limit - 2.0 * step * Host.Pow(spec.Beta2, step) / second;
        R corrected = mean / R.FromHost(first) * R.FromHost(rate);
        x.Parameter -= R.Where(R.FromHost(rho - spec.Threshold) > R.Zero, Rectified, () => R.Hull(corrected, R.FromHost(rate / first) * mean));

        R Rectified()
        {
            Host share = Host.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)), root = Host.Sqrt(second);
            R divisor = R.Sqrt(square) + R.FromHost(spec.Epsilon);
            // PyTorch multiplies one factor after the other, one of them a reciprocal.
            R factor = R.Hull(R.FromHost(root) / divisor, R.FromHost(root) * (R.One / divisor));
            return R.Hull(Scaled(R.FromHost(rate / first * share * root), mean, divisor), corrected * factor * R.FromHost(share));
        }
    }
}
