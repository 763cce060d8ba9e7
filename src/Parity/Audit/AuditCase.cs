using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>How one case of a member went.</summary>
/// <param name="Spec">What was computed.</param>
/// <param name="Difference">How the member differs from the definition; null where it does not.</param>
/// <param name="Case">The shrunk case as C#; made when it is asked for.</param>
sealed record AuditCase(OpSpec Spec, string? Difference, Func<string> Case)
{
    /// <summary>The op of a member, as the catalogue has it.</summary>
    public static OpEntry EntryOf(Reference reference) => Catalog.All.Single(entry => entry.SpecType == reference.SpecType);
}
