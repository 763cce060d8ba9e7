using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Known;

/// <summary>A law that a backend is known not to keep, with the case that shows it.</summary>
/// <param name="Law">The name of the law; one that draws its own inputs draws them for the spec of the pinned case.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Reason">Why.</param>
/// <param name="Link">Where to read more.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
public sealed record KnownLawBreak(string Law, string Op, string Backend, string Reason, string Link, string Request)
{
    /// <summary>Whose it is, and where it was seen.</summary>
    public Sighting Seen { get; init; } = Sighting.Everywhere;

    // What depends on where memory lies breaks in some tries and holds in others.
    const int Tries = 200;

    /// <summary>Whether the law still breaks on the pinned case.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>True where it does in one of some hundred tries.</returns>
    public bool StillBreaks(IBackend backend)
    {
        Law law = LawBook.All.Single(law => law.Name == Law);
        Case pinned = CaseReader.Read(Request);
        return Enumerable.Range(0, Tries).Any(i => (law.OnCase, pinned) switch
        {
            (not null, _) => law.BrokenBy(backend, CaseReader.Read(Request)),
            (_, Case<float>) => LawTrial.Broken<float>(law, backend, pinned.Spec, (ulong)i),
            _ => LawTrial.Broken<double>(law, backend, pinned.Spec, (ulong)i),
        } is not null);
    }
}
