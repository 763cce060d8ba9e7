namespace ParityNet.Native.Losses;

/// <summary>The loss of an element, and its slopes already scaled.</summary>
readonly struct Element<V>(V value, V byInput, V byTarget)
{
    public readonly V Value = value;
    public readonly V ByInput = byInput;
    public readonly V ByTarget = byTarget;
}
