namespace ParityNet.Native.Losses;

/// <summary>What an element loss is computed from.</summary>
/// <param name="x">The prediction.</param>
/// <param name="y">The target.</param>
/// <param name="scale">What slopes are to be multiplied by: 1/N, weight and cotangent together.</param>
/// <param name="positive">The weight of positive targets, where the kernel has it.</param>
readonly struct Point<V>(V x, V y, V scale, V positive)
{
    public readonly V X = x;
    public readonly V Y = y;
    public readonly V Scale = scale;
    public readonly V Positive = positive;
}
