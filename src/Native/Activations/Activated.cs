namespace ParityNet.Native.Activations;

/// <summary>What an activation makes of an element.</summary>
readonly struct Activated<V>(V value, V derivative) where V : struct
{
    public readonly V Value = value, Derivative = derivative;
}
