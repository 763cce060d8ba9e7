using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;

namespace ParityNet.Parity.Verdicts;

/// <summary>A disagreement whose cause is known, with a pinned case that shows it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend that lies outside.</param>
/// <param name="Condition">The quantity and range of inputs, in words and symbols.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Link">Where to read more; empty where nothing is published.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
/// <param name="Covers">The condition as a predicate on an element of a case.</param>
public sealed record KnownDifference(
    string Id, string Op, string Backend, string Condition, string Reason, string Link, string Request, Func<Case, Finding, bool> Covers)
{
    /// <summary>The library that causes it, and the configurations in which it was seen.</summary>
    public Sighting Seen { get; init; } = Sighting.Everywhere;

    /// <summary>Whether this difference explains why a backend is outside at an element.</summary>
    /// <param name="about">The case.</param>
    /// <param name="backend">The backend that is outside.</param>
    /// <param name="finding">The element.</param>
    /// <returns>True where it is.</returns>
    public bool Explains(Case about, string backend, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(about);
        return backend == Backend && about.Spec.Name == Op && Covers(about, finding);
    }

    /// <summary>Whether the backend still lies outside on the pinned case, for this reason.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>True where it does.</returns>
    public bool StillDiffers(IBackend backend)
    {
        // Each backend keeps its position, since conditions read the first or the second result.
        Judge judge = Backend == "native" ? new(backend, null, [this]) { JudgesNaN = true } : new(null, backend, [this]) { JudgesNaN = true };
        return CaseReader.Read(Request) switch
        {
            Case<float> single => judge.Of(single).Known.ContainsKey(Id),
            Case<double> wide => judge.Of(wide).Known.ContainsKey(Id),
            _ => false,
        };
    }
}
