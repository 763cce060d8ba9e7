using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)
sealed class TanhDefinition : ElementActivationDefinition<Tanh>
{
    protected override R Element<R>(Tanh spec, R x) => R.Tanh(x);
}
