namespace ParityNet.Native.Losses;

/// <summary>The inputs of an elementwise loss at one element.</summary>
/// <param name="x">The first argument: usually the prediction.</param>
/// <param name="y">The second argument: usually the target.</param>
/// <param name="z">The third argument; if it was not given, the kernel's <see cref="IElementLoss{E}.Absent"/>.</param>
/// <param name="scale">The factor of the derivatives: the product of 1/N, weight and cotangent.</param>
/// <param name="isGiven">Whether the third argument was given.</param>
readonly struct Point<V>(V x, V y, V z, V scale, bool isGiven = false)
{
    public readonly V X = x;
    public readonly V Y = y;
    public readonly V Z = z;
    public readonly V Scale = scale;
    public readonly bool IsGiven = isGiven;
}
