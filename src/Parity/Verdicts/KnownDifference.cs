using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;

namespace ParityNet.Parity.Verdicts;

/// <summary>A disagreement that was understood, with the case that shows it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend that lies outside.</param>
/// <param name="Condition">When it does, in words.</param>
/// <param name="Reason">Why.</param>
/// <param name="Link">Where to read more; empty where nothing is published.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
/// <param name="Covers">The condition: whether it covers an element of a case.</param>
public sealed record KnownDifference(
    string Id, string Op, string Backend, string Condition, string Reason, string Link, string Request, Func<Case, Finding, bool> Covers)
{
    /// <summary>Whose it is, and where it was seen.</summary>
    public Sighting Seen { get; init; } = Sighting.Everywhere;

    /// <summary>Whether this is the reason why a backend is outside at an element.</summary>
    /// <param name="about">The case.</param>
    /// <param name="backend">The backend that is outside.</param>
    /// <param name="finding">The element.</param>
    /// <returns>True where it is.</returns>
    public bool Explains(Case about, string backend, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(about);
        return backend == Backend && about.Spec.Name == Op && Covers(about, finding);
    }

    /// <summary>Whether the pinned case still lies outside on the backend, and for this reason.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>True where it does.</returns>
    public bool StillDiffers(IBackend backend)
    {
        // Each in its own position: conditions ask what the one or the other gave.
        Judge judge = Backend == "native" ? new(backend, null, [this]) { JudgesNaN = true } : new(null, backend, [this]) { JudgesNaN = true };
        return CaseReader.Read(Request) switch
        {
            Case<float> single => judge.Of(single).Known.ContainsKey(Id),
            Case<double> wide => judge.Of(wide).Known.ContainsKey(Id),
            _ => false,
        };
    }
}
