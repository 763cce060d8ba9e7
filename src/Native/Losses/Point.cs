namespace ParityNet.Native.Losses;

/// <summary>What an element loss is computed from.</summary>
/// <param name="x">The first argument: most often the prediction.</param>
/// <param name="y">The second argument: most often the target.</param>
/// <param name="z">The third argument; where it was not given, what the kernel says.</param>
/// <param name="scale">What derivatives are to be multiplied by: 1/N, weight and cotangent together.</param>
/// <param name="isGiven">Whether the third argument was given.</param>
readonly struct Point<V>(V x, V y, V z, V scale, bool isGiven = false)
{
    public readonly V X = x;
    public readonly V Y = y;
    public readonly V Z = z;
    public readonly V Scale = scale;
    public readonly bool IsGiven = isGiven;
}
