namespace ParityNet.Reports;

/// <summary>A disagreement that is understood, as this run met it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend that lies outside.</param>
/// <param name="Condition">When it does, in words.</param>
/// <param name="Reason">Why.</param>
/// <param name="Link">Where to read more; empty where nothing is published.</param>
/// <param name="Elements">Elements of this run that it explains.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
/// <param name="StillDiffers">Whether the pinned case still lies outside; null where the backend did not run, or not with a capability with which it was seen.</param>
/// <param name="Seen">Whose it is, and the versions, capabilities and threads with which it was seen.</param>
public sealed record KnownDifferenceReport(
    string Id, string Op, string Backend, string Condition, string Reason, string Link, long Elements, string Request, bool? StillDiffers = null, string Seen = "");
