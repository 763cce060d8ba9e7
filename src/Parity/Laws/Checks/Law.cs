using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A property that must hold on every backend, whatever the inputs.</summary>
/// <param name="Name">The identity that the law checks, as text; unique.</param>
/// <param name="Kind">How closely it must hold.</param>
/// <param name="AppliesTo">Whether it applies to a spec.</param>
/// <param name="Broken">Draws inputs, computes, and returns a sentence on how the law is broken; null where it holds.</param>
sealed record Law(string Name, LawKind Kind, Func<OpSpec, bool> AppliesTo, Func<LawContext, OpSpec, string?> Broken)
{
    /// <summary>The check of a given case; null for a law that draws its own inputs.</summary>
    internal ITensorLaw? OnCase { get; init; }

    /// <summary>Checks the law on a given case.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="case">The case.</param>
    /// <returns>How it is broken; null where it holds.</returns>
    /// <exception cref="NotSupportedException">The law draws its own inputs.</exception>
    public string? BrokenBy(IBackend backend, Case @case) => (OnCase, @case) switch
    {
        ({ } law, Case<float> single) => law.Broken(backend, single),
        ({ } law, Case<double> wide) => law.Broken(backend, wide),
        _ => throw new NotSupportedException($"the law must be one about tensors, which take any case: expected such a law, got “{Name}”."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
