namespace ParityNet.Parity.Laws;

/// <summary>The value and gradient of a function.</summary>
/// <param name="Value">The value, row-major.</param>
/// <param name="Gradient">The gradient with respect to the first argument, row-major.</param>
sealed record FunctionResult(Approx[] Value, Approx[] Gradient)
{
    /// <summary>The first element of the value, which is the whole value where it is reduced.</summary>
    public Approx Total => Value[0];
}
