using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Tversky, 1977: 1 − (Σ xy + s)/(Σ xy + α·Σ x(1 − y) + β·Σ y(1 − x) + s)
sealed class TverskyDefinition : RowLossDefinition<Tversky>
{
    protected override R Loss<R>(Tversky spec, CellInputs<R> x)
    {
        R alpha = R.FromHost(spec.Alpha), beta = R.FromHost(spec.Beta), smooth = R.FromHost(spec.Smooth);
        R shared = SumOver(x, c => x["input"][c] * x["target"][c]);
        R over = alpha * Outside(x, "input", "target", shared), under = beta * Outside(x, "target", "input", shared);
        return Missing(shared + smooth, Sum([shared, over, under, smooth]), over + under);
    }

    /// <summary><c>1 − N/D</c>, or the difference over D, in which nothing cancels.</summary>
    internal static R Missing<R>(R above, R below, R difference)
        where R : struct, IReal<R>
    {
        R loss = R.One - above / below;
        return R.WithSlopeOf(R.Detach(R.Hull(loss, difference / below)), R.WithSlopeOf(loss, difference / below));
    }

    /// <summary>What one set has outside of the other: a sum of its own, or what is left of all.</summary>
    internal static R Outside<R>(CellInputs<R> x, string set, string other, R shared)
        where R : struct, IReal<R> =>
            R.Hull(SumOver(x, c => x[set][c] * (R.One - x[other][c])), SumOver(x, c => x[set][c]) - shared);
}
