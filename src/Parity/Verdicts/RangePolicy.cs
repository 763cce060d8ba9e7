namespace ParityNet.Parity.Verdicts;

/// <summary>Which backends promise that nothing on the way to a result in range leaves it.</summary>
static class RangePolicy
{
    /// <summary>Whether an overflow or underflow on the way is a disagreement; other backends compute as the formula stands.</summary>
    public static bool Holds(string? backend) => backend == "native";
}
