namespace ParityNet.Parity.Laws;

/// <summary>Arguments of a function as doubles that the element type represents.</summary>
/// <param name="Shape">The shape of the input, and of every argument that has no shape of its own.</param>
/// <param name="Input">The input.</param>
public sealed record Arguments(int[] Shape, double[] Input)
{
    /// <summary>The target as numbers; null where there is none.</summary>
    public double[]? Target { get; init; }

    /// <summary>The target as class indices; null where there is none.</summary>
    public long[]? Labels { get; init; }

    /// <summary>The weight, of the input's shape for losses of elements, else one dimension; null where there is none.</summary>
    public double[]? Weight { get; init; }

    /// <summary>The positive weight, of the input's shape; null where there is none.</summary>
    public double[]? PosWeight { get; init; }

    /// <summary>Arguments of one dimension.</summary>
    /// <param name="input">The input.</param>
    /// <param name="target">The target; null where there is none.</param>
    /// <returns>The arguments.</returns>
    public static Arguments Of(double[] input, double[]? target = null) => new([input.Length], input) { Target = target };
}
