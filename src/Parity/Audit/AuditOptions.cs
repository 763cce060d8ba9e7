namespace ParityNet.Parity.Audit;

/// <summary>The options of an audit.</summary>
/// <param name="Cases">The number of cases per member and element type.</param>
/// <param name="Seed">The seed of the cases.</param>
/// <param name="NamesMistakes">Whether the diagnosis looks at members that differ, some seconds each.</param>
public sealed record AuditOptions(int Cases = AuditOptions.Usual, ulong Seed = 1, bool NamesMistakes = false)
{
    /// <summary>The default number of cases, which the page in <c>docs</c> uses.</summary>
    public const int Usual = 12;
}
