using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>
/// The common rule of Adam and AdamW: <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε)</c>, with the largest v for AMSGrad, and ε placed as the
/// spec says.
/// </summary>
abstract class AmsGradDefinition<TSpec> : OptimizerDefinition<TSpec>
    where TSpec : AmsGradFamily
{
    protected override void Update<R>(TSpec spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1);
        R square = x["exp_avg_sq"] = MeanOfSquares(x["exp_avg_sq"], g, spec.Beta2);
        Host correction = Correction(spec, spec.Beta2, step), size = rate / Correction(spec, spec.Beta1, step);
        if (spec is { AmsGrad: true, AmsGradForm: AmsGradForm.Corrected })
        {
            square = x["max_exp_avg_sq"] = R.Max(x["max_exp_avg_sq"], square / R.FromHost(correction));
            x.Parameter -= Scaled(R.FromHost(size), mean, Divisor(spec, R.Sqrt(square), square, correction));
            return;
        }

        if (spec.AmsGrad)
            square = x["max_exp_avg_sq"] = R.Max(x["max_exp_avg_sq"], square);
        R root = R.Sqrt(square), divisor = Divisor(spec, root / R.FromHost(Host.Sqrt(correction)), square / R.FromHost(correction), correction);
        R move = Scaled(R.FromHost(size), mean, divisor);
        // Keras multiplies the step size by the correction instead of dividing the root and ε.
        x.Parameter -= spec.Placement == EpsilonPlacement.Uncorrected
            ? R.Hull(move, Scaled(R.FromHost(size * Host.Sqrt(correction)), mean, root + R.FromHost(spec.Epsilon)))
            : move;
    }

    static Host Correction(TSpec spec, double beta, long step) => spec.BiasCorrection ? 1 - Host.Pow(beta, step) : 1;

    // From the bias-corrected second moment and its root.
    static R Divisor<R>(TSpec spec, R root, R square, Host correction)
        where R : struct, IReal<R> => spec.Placement switch
        {
            EpsilonPlacement.Inside => R.Sqrt(square + R.FromHost(spec.Epsilon)),
            EpsilonPlacement.Uncorrected => root + R.FromHost(spec.Epsilon / Host.Sqrt(correction)),
            _ when spec.EpsilonRoot > 0 => R.Sqrt(square + R.FromHost(spec.EpsilonRoot)) + R.FromHost(spec.Epsilon),
            _ => root + R.FromHost(spec.Epsilon),
        };
}
