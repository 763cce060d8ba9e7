using ParityNet.Activations;

namespace ParityNet.Parity.Proving;

/// <summary>The spec of an elementwise activation that is not in the catalogue.</summary>
sealed record OwnActivation : ActivationSpec
{
    public OwnActivation(string name) => Name = name;

    public override string Name { get; }
}
