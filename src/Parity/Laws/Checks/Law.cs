using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A property that must hold on every backend, whatever the inputs.</summary>
/// <param name="Name">The law, as a sentence.</param>
/// <param name="Kind">How closely it must hold.</param>
/// <param name="AppliesTo">Which specs it is about.</param>
/// <param name="Broken">Draws inputs, computes, and says in a sentence how the law is broken; null where it holds.</param>
public sealed record Law(string Name, LawKind Kind, Func<OpSpec, bool> AppliesTo, Func<LawContext, OpSpec, string?> Broken)
{
    /// <summary>What the law says of a case, where it is about a case as such.</summary>
    internal ITensorLaw? OnCase { get; init; }

    /// <summary>Tries the law on a case that is given.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="case">The case.</param>
    /// <returns>How it is broken; null where it holds.</returns>
    /// <exception cref="NotSupportedException">The law draws inputs of its own.</exception>
    public string? BrokenBy(IBackend backend, Case @case) => (OnCase, @case) switch
    {
        ({ } law, Case<float> single) => law.Broken(backend, single),
        ({ } law, Case<double> wide) => law.Broken(backend, wide),
        _ => throw new NotSupportedException($"the law must be one about tensors, which take any case: expected such a law, got “{Name}”."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
