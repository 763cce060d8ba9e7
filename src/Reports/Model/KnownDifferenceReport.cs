namespace ParityNet.Reports;

/// <summary>A known difference, with its result in this run.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend that lies outside.</param>
/// <param name="Condition">The quantity and range of inputs, in words and symbols.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Link">Where to read more; empty where nothing is published.</param>
/// <param name="Elements">The number of elements of this run that it explains.</param>
/// <param name="Request">The pinned case: a request of the <c>eval</c> protocol.</param>
/// <param name="StillDiffers">Whether the pinned case still lies outside; null where the backend did not run, or ran with a CPU capability
/// with which it was not seen.</param>
/// <param name="Seen">The library that causes it, and the versions, CPU capabilities and thread counts with which it was seen.</param>
public sealed record KnownDifferenceReport(
    string Id, string Op, string Backend, string Condition, string Reason, string Link, long Elements, string Request, bool? StillDiffers = null,
        string Seen = "");
