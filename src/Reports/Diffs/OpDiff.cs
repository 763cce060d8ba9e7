using System.Collections.Immutable;
using System.Globalization;
using static System.FormattableString;

namespace ParityNet.Reports;

/// <summary>How the entries of one op and element type differ in two reports.</summary>
static class OpDiff
{
    public static IEnumerable<Change> Of(string where, OpReport a, OpReport b, bool sameCases, ImmutableArray<string> backends)
    {
        if (a.Outside() != b.Outside())
            yield return Counted(where, "outside", a.Outside(), b.Outside(), a, b, judged: true);
        if (!sameCases)
            yield break;
        // Fewer equal bits are no fault: both may be inside.
        if (a.Accuracy.Length > 1 && b.Accuracy.Length > 1 && a.Verdicts.Identical != b.Verdicts.Identical)
            yield return new(where, Direction.Moved, $"{Math.Abs(b.Verdicts.Identical - a.Verdicts.Identical):0} elements "
                + (b.Verdicts.Identical > a.Verdicts.Identical ? "joined" : "parted"));
        foreach ((string what, long before, long now) in new (string, long, long)[]
        {
            ("explained by known differences", a.Verdicts.KnownDifference, b.Verdicts.KnownDifference),
            ("weak", a.Verdicts.Weak, b.Verdicts.Weak),
        })
            if (before != now)
                yield return Counted(where, what, before, now, a, b, judged: false);
        foreach (string backend in backends)
            foreach (Change change in Backend(where, backend, a, b, first: backend == backends[0]))
                yield return change;
        foreach (Change moved in Moved(where, a, b))
            yield return moved;
    }

    static IEnumerable<Change> Backend(string where, string backend, OpReport a, OpReport b, bool first)
    {
        if (a.Accuracy.FirstOrDefault(x => x.Backend == backend) is { } before && b.Accuracy.FirstOrDefault(x => x.Backend == backend) is { } now
            && before.Max != now.Max)
            yield return new(where, !first ? Direction.Moved : now.Max > before.Max ? Direction.Worse : Direction.Better,
                Invariant($"largest error of {backend} {before.Max:G4} → {now.Max:G4} ULP"));
        (string What, long Before, long Now)[] counts =
        [
            ("leaves the range", Left(a), Left(b)),
            ("loses digits", a.DigitsLost.Where(l => l.Backend == backend).Sum(l => l.Elements),
                b.DigitsLost.Where(l => l.Backend == backend).Sum(l => l.Elements)),
        ];
        foreach ((string what, long from, long to) in counts.Where(count => count.Before != count.Now))
            yield return Counted(where, $"{backend} {what}", from, to, a, b, judged: first);

        long Left(OpReport op) => op.Range.Where(r => r.Backend == backend).Sum(r => r.Overflows + r.Underflows);
    }

    // The same case with other bits.
    static IEnumerable<Change> Moved(string where, OpReport a, OpReport b)
    {
        var before = a.Worst.Concat(a.Disagreements).GroupBy(Key).ToDictionary(same => same.Key, same => same.First());
        foreach (CaseReport now in b.Worst.Concat(b.Disagreements).DistinctBy(Key))
            if (before.TryGetValue(Key(now), out CaseReport? then))
                foreach ((NumberReport one, NumberReport other) in then.Computed.Join(now.Computed, n => n.Of, n => n.Of, (x, y) => (x, y)))
                    if (one.Hex != other.Hex)
                        yield return new(where, Direction.Moved, $"{one.Of} at {now.Quantity}[{now.Index}] {one.Hex} → {other.Hex}"
                            + (Steps(one, other, where) is { } steps ? Invariant($", {steps:N0} ULP") : ""));
    }

    static (string, string, int) Key(CaseReport shown) => (shown.Request, shown.Quantity, shown.Index);

    // How many floating-point numbers apart; null where one is no number.
    static decimal? Steps(NumberReport one, NumberReport other, string where) =>
        Value(one) is { } a && Value(other) is { } b ? Math.Abs(Place(a, where) - Place(b, where)) : null;

    static double? Value(NumberReport number) =>
        double.TryParse(number.Decimal, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    static decimal Place(double x, string where)
    {
        long bits = where.EndsWith("float32", StringComparison.Ordinal)
            ? BitConverter.SingleToInt32Bits((float)Math.Abs(x)) : BitConverter.DoubleToInt64Bits(Math.Abs(x));
        return x < 0 ? -(decimal)bits : bits;
    }

    static Change Counted(string where, string what, long before, long now, OpReport a, OpReport b, bool judged) => new(where,
        !judged ? Direction.Moved : now > before ? Direction.Worse : Direction.Better,
        Invariant($"{what} {before:N0} of {a.Elements:N0} → {now:N0} of {b.Elements:N0}"));
}
