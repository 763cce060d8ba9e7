namespace ParityNet.Reports;

/// <summary>The result of checking a law on one op, element type and backend.</summary>
/// <param name="Name">The identity that the law checks, as text.</param>
/// <param name="Kind"><c>exact</c>; <c>bounded</c> by the widths of enclosures; or <c>derived</c>, with a bound of its own.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Broken">The number of cases on which it did not hold.</param>
/// <param name="CounterExample">A shrunk counterexample, as text; null where it held.</param>
/// <param name="Known">The reason on record why it does not hold on this backend; null where there is none.</param>
public sealed record LawReport(
    string Name, string Kind, string Op, string ElementType, string Backend, long Cases, long Broken, string? CounterExample = null,
    string? Known = null)
{
    /// <summary>Whether the law broke without a reason on record.</summary>
    internal bool IsBroken() => Broken > 0 && Known is null;
}
