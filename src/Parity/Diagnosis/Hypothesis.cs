namespace ParityNet.Parity.Diagnosis;

/// <summary>A mistake that may explain wrong answers.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Name">The mistake in words, as what the implementation has or does.</param>
/// <param name="Plant">Puts it into a right backend.</param>
sealed record Hypothesis(HypothesisKind Kind, string Name, Func<IBackend, IBackend> Plant)
{
    /// <summary>The spec that is computed instead, where the mistake is another spec.</summary>
    public Func<OpSpec, OpSpec?>? Other { get; init; }

    /// <summary>Where it was made in earnest.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether it replaces the whole computation, so that no other mistake can stand beside it.</summary>
    public bool ReplacesAll { get; init; }

    /// <summary>Both mistakes at once.</summary>
    public Hypothesis With(Hypothesis other) =>
        new(HypothesisKind.Pair, $"{Name}; and {other.Name}", right => Plant(other.Plant(right)));
}
