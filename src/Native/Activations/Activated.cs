namespace ParityNet.Native.Activations;

/// <summary>What an activation makes of an element.</summary>
readonly struct Activated<V>(V value, V slope) where V : struct
{
    public readonly V Value = value, Slope = slope;
}
