namespace ParityNet.Native.Minimizers;

/// <summary>A point of a line, with value, gradient and the derivative along the line.</summary>
/// <param name="T">The step length.</param>
/// <param name="X">The point.</param>
/// <param name="F">The value.</param>
/// <param name="G">The gradient.</param>
/// <param name="Slope">The derivative along the line.</param>
sealed record LinePoint(double T, double[] X, double F, double[] G, double Slope)
{
    public bool IsFinite => double.IsFinite(F) && double.IsFinite(Slope);
}
