namespace ParityNet.References;

/// <summary>A member of a library that claims to compute an op, and is no backend: it is held against the op's definition.</summary>
/// <param name="member">The member, as a program of the library's users names it.</param>
/// <param name="specType">The type of the specs that it computes.</param>
/// <param name="defaults">The spec that the member must equal when it is called without options; null where the options of each spec are given to it.</param>
public abstract class Reference(string member, Type specType, OpSpec? defaults = null)
{
    /// <summary>The member, as a program of the library's users names it.</summary>
    public string Member { get; } = member;

    /// <summary>The type of the specs that it computes.</summary>
    public Type SpecType { get; } = specType;

    /// <summary>The spec that the member must equal when it is called without options; null where the options of each spec are given to it.</summary>
    public OpSpec? Defaults { get; } = defaults;

    /// <summary>Whether the member is held against a spec at all, before its options are looked at.</summary>
    /// <param name="spec">The spec.</param>
    /// <returns>True where it is.</returns>
    protected bool IsAbout(OpSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.GetType() == SpecType && (Defaults is null || Defaults.Equals(spec));
    }
}
