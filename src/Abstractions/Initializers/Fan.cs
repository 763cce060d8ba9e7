namespace ParityNet.Initializers;

/// <summary>How many connections an output has, and an input: the second or first length times all that follow the second.</summary>
/// <param name="In">Connections into an output.</param>
/// <param name="Out">Connections out of an input.</param>
readonly record struct Fan(double In, double Out)
{
    public static Fan Of(ReadOnlySpan<nint> shape)
    {
        double field = Shape.Count(shape[2..]);
        return new(shape[1] * field, shape[0] * field);
    }

    public double By(FanMode mode) => mode == FanMode.FanIn ? In : Out;
}
