namespace ParityNet.Parity.Verdicts;

/// <summary>Which backends guarantee that no intermediate result overflows or underflows where the result does not.</summary>
static class RangePolicy
{
    /// <summary>Whether an intermediate overflow or underflow is a disagreement; other backends evaluate the formula as written.</summary>
    public static bool Holds(string? backend) => backend == "native";
}
