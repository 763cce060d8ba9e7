using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Tversky, 1977: 1 − (Σ xy + s)/(Σ xy + α·Σ x(1 − y) + β·Σ y(1 − x) + s)
sealed class TverskyDefinition : RowLossDefinition<Tversky>
{
    protected override R Loss<R>(Tversky spec, GroupInputs<R> x) => Missing(
        x, R.FromHost(spec.Alpha), R.FromHost(spec.Beta), R.FromHost(spec.Smooth),
            (shared, over, under, smooth) => Sum([shared, over, under, smooth]));

    /// <summary><c>1 − N/D</c>, or <c>(D − N)/D</c> with the difference in closed form, free of cancellation.</summary>
    internal static R Missing<R>(GroupInputs<R> x, R alpha, R beta, R smooth, Func<R, R, R, R, R> whole)
        where R : struct, IReal<R>
    {
        R shared = SumOver(x, c => x["input"][c] * x["target"][c]), above = shared + smooth;
        R over = alpha * Outside(x, "input", "target", shared), under = beta * Outside(x, "target", "input", shared);
        R below = whole(shared, over, under, smooth), loss = R.One - above / below;
        // In closed form d/dx of 1 − N/D is (N/D·(α + (1 − α − β)y) − y)/D.
        R overlap = R.Detach(above / below), d = R.Detach(below);
        R onPaper = SumOver(x, c => x["input"][c] * Steep(alpha, beta, x["target"][c]) + x["target"][c] * Steep(beta, alpha, x["input"][c])) / d;
        return R.WithDerivativeOf(R.Detach(R.Hull(loss, (over + under) / below)), R.WithDerivativeOf(loss, onPaper));

        R Steep(R own, R others, R other) => R.Detach(overlap * (own + (R.One - own - others) * other) - other);
    }

    // The part of one set outside the other: summed directly, or the whole minus the intersection.
    static R Outside<R>(GroupInputs<R> x, string set, string other, R shared)
        where R : struct, IReal<R> =>
            R.Hull(SumOver(x, c => x[set][c] * (R.One - x[other][c])), SumOver(x, c => x[set][c]) - shared);
}
