using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// D. P. Kingma and J. Ba, 2015: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε).
sealed class AdamDefinition : OptimizerDefinition<Adam>
{
    /// <summary>The step that Adam and AdamW share. AMSGrad takes the greatest v before the bias correction.</summary>
    public static void Move<R>(Coordinate<R> x, R g, (double First, double Second) beta, double epsilon, bool amsGrad, long step, Host rate)
        where R : struct, IReal<R>
    {
        R mean = x["exp_avg"] = Mean(x["exp_avg"], g, beta.First);
        R square = x["exp_avg_sq"] = MeanOfSquares(x["exp_avg_sq"], g, beta.Second);
        if (amsGrad)
            square = x["max_exp_avg_sq"] = R.Max(x["max_exp_avg_sq"], square);
        R size = R.FromHost(rate / (1 - Host.Pow(beta.First, step)));
        R divisor = R.Sqrt(square) / R.FromHost(Host.Sqrt(1 - Host.Pow(beta.Second, step))) + R.FromHost(epsilon);
        x.Parameter -= Scaled(size, mean, divisor);
    }

    protected override void Update<R>(Adam spec, Coordinate<R> x, long step, Host rate) =>
        Move(x, Decayed(spec, x), (spec.Beta1, spec.Beta2), spec.Epsilon, spec.AmsGrad, step, rate);
}
