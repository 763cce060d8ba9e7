namespace ParityNet.References;

/// <summary>A member of a library that claims to compute an op but is no backend: it is compared with the op's definition.</summary>
/// <param name="member">The member, as user code names it.</param>
/// <param name="specType">The type of spec that it computes.</param>
/// <param name="defaults">
/// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
/// </param>
public abstract class Reference(string member, Type specType, OpSpec? defaults = null)
{
    /// <summary>The member, as user code names it.</summary>
    public string Member { get; } = member;

    /// <summary>The type of spec that it computes.</summary>
    public Type SpecType { get; } = specType;

    /// <summary>
    /// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
    /// </summary>
    public OpSpec? Defaults { get; } = defaults;

    /// <summary>Whether the member can be compared with a spec at all, whatever its options.</summary>
    /// <param name="spec">The spec.</param>
    /// <returns>True where it is.</returns>
    protected bool IsAbout(OpSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.GetType() == SpecType && (Defaults is null || Defaults.Equals(spec));
    }
}
