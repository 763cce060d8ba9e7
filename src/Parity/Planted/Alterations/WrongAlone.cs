using ParityNet.Activations;

namespace ParityNet.Parity.Planted;

/// <summary>An activation that is wrong while all others, which a planted error may reach too, are right.</summary>
sealed class WrongAlone(IBackend right, PlantedError planted) : AlteredBackend(right)
{
    public override IActivation<T> Activation<T>(ActivationSpec spec) =>
        spec.Name == planted.Op ? planted.Plant(Right).Activation<T>(spec) : Right.Activation<T>(spec);
}
