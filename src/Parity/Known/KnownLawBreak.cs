using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Known;

/// <summary>A law that a backend is known to break, with a pinned case that shows it.</summary>
/// <param name="Law">The name of the law. A law that draws its own inputs draws them for the spec of the pinned case.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Link">Where to read more.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
sealed record KnownLawBreak(string Law, string Op, string Backend, string Reason, string Link, string Request)
{
    /// <summary>The library that causes it, and the configurations in which it was seen.</summary>
    public Sighting Seen { get; init; } = Sighting.Everywhere;

    // A break that depends on memory alignment shows in some tries only.
    const int Tries = 200;

    /// <summary>Whether the law still breaks on the pinned case.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>True where it breaks in at least one of 200 tries.</returns>
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
