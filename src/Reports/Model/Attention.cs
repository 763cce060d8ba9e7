using System.Collections.Immutable;
using static System.FormattableString;

namespace ParityNet.Reports;

/// <summary>An op that a reader should look at, with the reasons.</summary>
/// <param name="Op">The op.</param>
/// <param name="IsTrouble">Whether something is unexplained: an element outside, a failed case, or a broken law.</param>
/// <param name="Reasons">What there is to see, the unexplained first.</param>
public sealed record Attention(OpReport Op, bool IsTrouble, ImmutableArray<string> Reasons)
{
    /// <summary>The ops that a reader should look at: what is unexplained first, and then what concerns the first backend.</summary>
    /// <remarks>
    /// Reasons are elements outside, broken laws, intermediate overflow and underflow, lost digits, and outputs of which more than one element in
    /// a hundred has weak evidence. Known differences are none: they have a reason on record.
    /// </remarks>
    /// <param name="report">The report.</param>
    /// <returns>One entry per op and element type with a reason.</returns>
    public static ImmutableArray<Attention> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ILookup<(string, string), LawReport> broken = report.Laws.Where(law => law.IsBroken()).ToLookup(law => (law.Op, law.ElementType));
        return [.. report.Ops.Select(op => Of(op, broken[(op.Op, op.ElementType)])).Where(a => a.Reasons.Length > 0)
            .OrderBy(a => !a.IsTrouble).ThenBy(a => !a.Concerns(report.Setup.Backends[0]))];
    }

    bool Concerns(string backend) => Op.Range.Any(range => range.Backend == backend) || Op.DigitsLost.Any(lost => lost.Backend == backend);

    static Attention Of(OpReport op, IEnumerable<LawReport> broken)
    {
        string[] trouble = [.. Trouble(op, [.. broken])];
        return new(op, trouble.Length > 0, [.. trouble, .. Remarks(op)]);
    }

    static IEnumerable<string> Trouble(OpReport op, LawReport[] broken)
    {
        if (op.Outside() > 0)
            yield return Invariant($"{op.Outside():N0} outside");
        if (broken.Length > 0)
            yield return $"{broken.Length} {(broken.Length == 1 ? "law" : "laws")} broken on " +
                string.Join(", ", broken.Select(law => law.Backend).Distinct());
    }

    static IEnumerable<string> Remarks(OpReport op)
    {
        foreach (RangeReport range in op.Range)
            yield return Invariant($"{range.Backend} leaves the range on the way in {range.Overflows + range.Underflows:N0}");
        foreach (DigitsLostReport lost in op.DigitsLost)
            yield return Invariant($"{lost.Backend} loses digits in {lost.Elements:N0}");
        foreach (EvidenceReport output in op.Evidence.Where(output => output.WeakPercent > 1))
            yield return Invariant($"{output.Output}: {output.WeakPercent:0.#} % weak");
    }
}
