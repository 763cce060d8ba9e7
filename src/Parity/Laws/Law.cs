namespace ParityNet.Parity.Laws;

/// <summary>A property that must hold on every backend, whatever the inputs.</summary>
/// <param name="Name">The law, as a sentence.</param>
/// <param name="Kind">How closely it must hold.</param>
/// <param name="AppliesTo">Which specs it is about.</param>
/// <param name="Broken">Draws inputs, computes, and says in a sentence how the law is broken; null where it holds.</param>
public sealed record Law(string Name, LawKind Kind, Func<OpSpec, bool> AppliesTo, Func<Bench, OpSpec, string?> Broken)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
