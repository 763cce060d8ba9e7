using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>The result of one case on a member of the audited API.</summary>
/// <param name="Spec">The spec of the case.</param>
/// <param name="Difference">How the member differs from the definition; null where it does not.</param>
/// <param name="Case">Produces the shrunk case as C#, on demand.</param>
sealed record AuditCase(OpSpec Spec, string? Difference, Func<string> Case)
{
    /// <summary>The catalogue's op of a member.</summary>
    public static OpEntry EntryOf(Reference reference) => Catalog.All.Single(entry => entry.SpecType == reference.SpecType);
}
