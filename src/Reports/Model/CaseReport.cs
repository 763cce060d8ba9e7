using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>One element of one case, with all that is needed to reproduce it.</summary>
/// <param name="Verdict">The verdict on the element.</param>
/// <param name="Backend">The backend that it is about.</param>
/// <param name="Quantity">The name of the quantity: <c>value</c>, <c>grads.input</c>, <c>params[0]</c>, <c>state.exp_avg[0]</c>.</param>
/// <param name="Index">The index of the element, row-major.</param>
/// <param name="Ulps">The backend's error against the best known value, in ULPs at the scale of the element; NaN where it is
/// unknown.</param>
/// <param name="Computed">The result of each backend.</param>
/// <param name="Expected">The best known value; its decimal form is <c>not known</c> where it is not known precisely enough.</param>
/// <param name="Low">The smallest double in the enclosure.</param>
/// <param name="High">The largest double in the enclosure; its decimal form ends in <c> or NaN</c> where the enclosure contains
/// NaN.</param>
/// <param name="Spec">The op with its options, as C#.</param>
/// <param name="Code">C# that rebuilds the case.</param>
/// <param name="Request">The saved case: a request of the <c>eval</c> protocol.</param>
/// <param name="Replay">The command that reruns it.</param>
public sealed record CaseReport(
    string Verdict, string Backend, string Quantity, int Index, double Ulps, ImmutableArray<NumberReport> Computed,
    NumberReport Expected, NumberReport Low, NumberReport High, string Spec, string Code, string Request, string Replay)
{
    /// <summary>The result of the backend that the case is about; null where it has none.</summary>
    internal NumberReport? Own() => Computed.FirstOrDefault(number => number.Of == Backend);
}
