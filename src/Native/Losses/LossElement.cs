namespace ParityNet.Native.Losses;

/// <summary>The loss of an element, and its derivatives with respect to the arguments, already scaled.</summary>
readonly struct LossElement<V>(V value, V byX, V byY, V byZ = default) where V : struct
{
    public readonly V Value = value;
    public readonly V ByX = byX;
    public readonly V ByY = byY;
    public readonly V ByZ = byZ;
}
