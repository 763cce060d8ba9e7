using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// Z. Zhang and M. Sabuncu, 2018: (1 − p^q)/q with p = Σ y·x; d/dp is −p^(q − 1).
sealed class GeneralizedCrossEntropyDefinition : RowLossDefinition<GeneralizedCrossEntropy>
{
    protected override R Loss<R>(GeneralizedCrossEntropy spec, GroupInputs<R> x)
    {
        R q = R.FromHost(spec.Q), p = SumOver(x, c => x.Label is null ? x["target"][c] * x["input"][c] : x["input"][c]);
        R rest = R.One - RealPower.Of(p, spec.Q), held = R.Detach(p);
        return spec.Q == 1 ? rest / q : R.WithDerivativeOf(R.Hull(-R.Expm1(q * R.Log(held)), R.Detach(rest)), rest) / q;
    }
}
