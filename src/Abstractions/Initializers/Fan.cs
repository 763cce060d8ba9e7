namespace ParityNet.Initializers;

/// <summary>The fan-in and fan-out of a weight: the second or the first length times the product of all that follow the second.</summary>
/// <param name="In">The number of connections into an output.</param>
/// <param name="Out">The number of connections out of an input.</param>
readonly record struct Fan(double In, double Out)
{
    public static Fan Of(ReadOnlySpan<nint> shape)
    {
        double field = Shape.Count(shape[2..]);
        return new(shape[1] * field, shape[0] * field);
    }

    public double By(FanMode mode) => mode == FanMode.FanIn ? In : Out;
}
