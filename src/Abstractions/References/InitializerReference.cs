using System.Collections.Immutable;
using ParityNet.Initializers;

namespace ParityNet.References;

/// <summary>An initializer of a library.</summary>
/// <param name="member">The member, as user code names it.</param>
/// <param name="specType">The type of spec that it computes.</param>
/// <param name="defaults">
/// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
/// </param>
public abstract class InitializerReference(string member, Type specType, OpSpec? defaults = null) : Reference(member, specType, defaults)
{
    /// <summary>Draws a tensor of doubles.</summary>
    /// <param name="spec">The initializer to draw from.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="seed">The seed of the numbers.</param>
    /// <returns>The numbers, row-major; null where the initializer lacks one of the options.</returns>
    public abstract ImmutableArray<double>? Draw(InitializerSpec spec, ReadOnlySpan<nint> shape, long seed);
}
