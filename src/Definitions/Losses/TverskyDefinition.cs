using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Tversky, 1977: 1 − (Σ xy + s)/(Σ xy + α·Σ x(1 − y) + β·Σ y(1 − x) + s)
sealed class TverskyDefinition : RowLossDefinition<Tversky>
{
    protected override bool ScalesInside => true;

    protected override R Loss<R>(Tversky spec, CellInputs<R> x) => Scaled(spec, x, R.One);

    protected override R Scaled<R>(Tversky spec, CellInputs<R> x, R scale)
    {
        R alpha = R.FromHost(spec.Alpha), beta = R.FromHost(spec.Beta), smooth = R.FromHost(spec.Smooth);
        R shared = SumOver(x, c => x["input"][c] * x["target"][c]);
        R over = alpha * Outside(x, "input", "target", shared), under = beta * Outside(x, "target", "input", shared);
        return Scaled(x, alpha, beta, shared, smooth, Sum([shared, over, under, smooth]), scale);
    }

    /// <summary><c>1 − N/D</c>, or the difference over D, times a scale.</summary>
    internal static R Scaled<R>(CellInputs<R> x, R alpha, R beta, R shared, R smooth, R below, R scale)
        where R : struct, IReal<R>
    {
        R above = shared + smooth, n = R.Detach(above), d = R.Detach(below), overlap = n / d, loss = R.One - above / below;
        R apart = R.Detach(alpha * Outside(x, "input", "target", shared) + beta * Outside(x, "target", "input", shared)) / d;
        R early = Slopes(scale), late = R.WithSlopeOf(loss, Slopes(R.One)) * scale;
        return R.WithSlopeOf(R.Detach(R.Hull(loss, apart) * scale), R.WithSlopeOf(early, late));

        // The slope is that of a quotient, by parts: of N and D, or of all that they share.
        R Slopes(R share)
        {
            R ofAbove = share / d, ofBelow = R.Hull(share * (overlap / d), share * overlap / d);
            R left = SumOver(x, c => x["input"][c] * Left(alpha, beta, x["target"][c]) + x["target"][c] * Left(beta, alpha, x["input"][c]));
            return R.WithSlopeOf(below * ofBelow - above * ofAbove, left);

            R Left(R over, R under, R other) => R.Detach(R.Hull(
                share * ((overlap * (over + (R.One - over - under) * other) - other) / d),
                Sum([other * (ofBelow - ofAbove), (R.One - other) * (over * ofBelow), -(other * (under * ofBelow))])));
        }
    }

    // What one set has outside of the other: a sum of its own, or what is left of all.
    static R Outside<R>(CellInputs<R> x, string set, string other, R shared)
        where R : struct, IReal<R> =>
            R.Hull(SumOver(x, c => x[set][c] * (R.One - x[other][c])), SumOver(x, c => x[set][c]) - shared);
}
