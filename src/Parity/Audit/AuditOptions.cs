namespace ParityNet.Parity.Audit;

/// <summary>What an audit is to cover.</summary>
/// <param name="Cases">Cases a member and element type.</param>
/// <param name="Seed">Decides the cases.</param>
public sealed record AuditOptions(int Cases = AuditOptions.Usual, ulong Seed = 1)
{
    /// <summary>The number of cases of the page in <c>docs</c>.</summary>
    public const int Usual = 12;
}
