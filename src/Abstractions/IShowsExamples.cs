using System.Collections.Immutable;

namespace ParityNet;

/// <summary>A spec with examples of itself, on which the laws, the report and the docs run.</summary>
/// <typeparam name="TSpec">The kind of spec.</typeparam>
public interface IShowsExamples<TSpec> where TSpec : OpSpec
{
    /// <summary>One spec for each behaviour that an option switches, the default first.</summary>
    static abstract ImmutableArray<TSpec> Examples { get; }
}
