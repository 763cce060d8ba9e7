using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// A. Tversky, 1977: 1 − (Σ xy + s)/(Σ xy + α·Σ x(1 − y) + β·Σ y(1 − x) + s)
sealed class TverskyDefinition : RowLossDefinition<Tversky>
{
    protected override R Loss<R>(Tversky spec, CellInputs<R> x)
    {
        R smooth = R.FromHost(spec.Smooth), shared = SumOver(x, c => x["input"][c] * x["target"][c]);
        R apart = R.FromHost(spec.Alpha) * Outside(x, "input", "target", shared) + R.FromHost(spec.Beta) * Outside(x, "target", "input", shared);
        return Loss(shared + smooth, shared + apart + smooth, apart);
    }

    /// <summary><c>1 − N/D</c>, or the difference over D; the slope is that of a quotient, by parts or over D².</summary>
    internal static R Loss<R>(R above, R below, R apart)
        where R : struct, IReal<R>
    {
        R n = R.Detach(above), d = R.Detach(below), overlap = n / d, loss = R.One - above / below;
        R byParts = below * (overlap / d) - above * (R.One / d), ofQuotient = (below * n - above * d) / R.Square(d);
        return R.WithSlopeOf(R.WithSlopeOf(R.Hull(R.Detach(loss), R.Detach(apart) / d), loss), R.WithSlopeOf(byParts, ofQuotient));
    }

    /// <summary>What one set has outside of the other: a sum of its own, or what is left of all.</summary>
    internal static R Outside<R>(CellInputs<R> x, string set, string other, R shared)
        where R : struct, IReal<R> =>
            R.Hull(SumOver(x, c => x[set][c] * (R.One - x[other][c])), SumOver(x, c => x[set][c]) - shared);
}
