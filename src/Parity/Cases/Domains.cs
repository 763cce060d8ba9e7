namespace ParityNet.Parity.Cases;

/// <summary>The domains of slots.</summary>
static class Domains
{
    /// <summary>Slots that add up squares, or average them, are never negative.</summary>
    public static Domain OfSlot(string slot) =>
        slot.Contains("sq", StringComparison.Ordinal) || slot.StartsWith("acc_", StringComparison.Ordinal) || slot == "sum"
            ? Domain.NotNegative
            : Domain.Any;
}
