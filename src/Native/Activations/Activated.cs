namespace ParityNet.Native.Activations;

/// <summary>The value and the derivative of an activation at an element.</summary>
readonly struct Activated<V>(V value, V derivative) where V : struct
{
    public readonly V Value = value, Derivative = derivative;
}
