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
        R over = Outside(x, "input", "target", shared), under = Outside(x, "target", "input", shared);
        return R.One - (shared + smooth) / (shared + R.FromHost(spec.Alpha) * over + R.FromHost(spec.Beta) * under + smooth);
    }

    // What one set has outside of the other: a sum of its own, or what is left of all.
    static R Outside<R>(CellInputs<R> x, string set, string other, R shared)
        where R : struct, IReal<R> =>
            R.Hull(SumOver(x, c => x[set][c] * (R.One - x[other][c])), SumOver(x, c => x[set][c]) - shared);
}
