using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

sealed class IdentityDefinition : ElementActivationDefinition<Identity>
{
    protected override R Element<R>(Identity spec, R x) => x;
}
