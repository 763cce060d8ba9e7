namespace ParityNet.Parity.Laws;

/// <summary>What a function gave.</summary>
/// <param name="Value">The value, row-major.</param>
/// <param name="Gradient">The gradient by the first argument, row-major.</param>
public sealed record FunctionResult(Approx[] Value, Approx[] Gradient)
{
    /// <summary>The first element of the value: all of it where it is reduced.</summary>
    public Approx Total => Value[0];
}
