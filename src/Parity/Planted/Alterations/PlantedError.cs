using System.Collections.Immutable;

namespace ParityNet.Parity.Planted;

/// <summary>A mistake on purpose: a backend that is right but for one op.</summary>
/// <param name="Name">The mistake in words.</param>
/// <param name="Op">The op that has it.</param>
/// <param name="Plant">Puts it into a backend.</param>
sealed record PlantedError(string Name, string Op, Func<IBackend, IBackend> Plant)
{
    /// <summary>Where it was made in earnest: <c>project#number</c>, or a system in words.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Whether it is no mistake of mathematics but one about memory, layout, counting or what must be refused.</summary>
    public bool IsCareless { get; init; }

    /// <summary>The same mistake, with where it was made in earnest.</summary>
    public PlantedError After(params string[] sources) => this with { Sources = [.. sources] };

    public override string ToString() => $"{Op}: {Name}";
}
