using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A property that must hold on every backend, whatever the inputs.</summary>
/// <param name="Name">The law, as a sentence.</param>
/// <param name="Kind">How closely it must hold.</param>
/// <param name="AppliesTo">Which specs it is about.</param>
/// <param name="Broken">Draws inputs, computes, and says in a sentence how the law is broken; null where it holds.</param>
public sealed record Law(string Name, LawKind Kind, Func<OpSpec, bool> AppliesTo, Func<Bench, OpSpec, string?> Broken)
{
    /// <summary>What a backend is held against for a spec, where that is something that its library has; null where the law is not about the backend.</summary>
    /// <remarks>Null itself for laws about every backend.</remarks>
    public Func<IBackend, OpSpec, string?>? Beside { get; init; }

    /// <summary>Whether the law is about a spec on a backend.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="spec">The spec.</param>
    /// <returns>True where it is.</returns>
    public bool IsAbout(IBackend backend, OpSpec spec) => AppliesTo(spec) && (Beside is null || Beside(backend, spec) is not null);

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
        _ => throw new NotSupportedException($"the law must be about a case as such: expected one of {nameof(TensorLaws)}, got “{Name}”."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
