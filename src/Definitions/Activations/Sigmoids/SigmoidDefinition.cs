using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// 1/(1 + e⁻ˣ)
sealed class SigmoidDefinition : ElementActivationDefinition<Sigmoid>
{
    protected override R Element<R>(Sigmoid spec, R x) => R.Sigmoid(x);
}
