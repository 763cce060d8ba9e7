using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// Z. Zhang and M. Sabuncu, 2018: (1 − p^q)/q with p = Σ y·x; its slope by p is −p^(q − 1).
sealed class GeneralizedCrossEntropyDefinition : RowLossDefinition<GeneralizedCrossEntropy>
{
    // q and the scale may be multiplied among themselves first.
    protected override bool HasInnerFactors(GeneralizedCrossEntropy spec) => true;

    protected override R Loss<R>(GeneralizedCrossEntropy spec, CellInputs<R> x)
    {
        R q = R.FromHost(spec.Q), right = SumOver(x, c => x.Label is null ? x["target"][c] * x["input"][c] : x["input"][c]), p = R.Detach(right);
        R rest = spec.Q == 1 ? R.One - p : R.Hull(-R.Expm1(q * R.Log(p)), R.One - RealPower.Of(p, spec.Q));
        R power = RealPower.Of(p, spec.Q, less: 1);
        // Autograd divides by q and multiplies by it again.
        return R.WithSlopeOf(R.Detach(rest / q), R.WithSlopeOf(right * -power, right * -(power * (R.One / q) * q)));
    }
}
