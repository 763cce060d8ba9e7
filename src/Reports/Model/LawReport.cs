namespace ParityNet.Reports;

/// <summary>How a law fared.</summary>
/// <param name="Name">The law, as a sentence.</param>
/// <param name="Kind"><c>exact</c>, or <c>bounded</c> by a derived bound.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Cases">Cases that were tried.</param>
/// <param name="Broken">Cases on which it did not hold.</param>
/// <param name="CounterExample">The shrunk case on which it broke, as text; null where it held.</param>
/// <param name="Known">Why it does not hold on this backend, where that is on record; else null.</param>
public sealed record LawReport(
    string Name, string Kind, string Op, string ElementType, string Backend, long Cases, long Broken, string? CounterExample = null,
    string? Known = null);
