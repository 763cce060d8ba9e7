using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>Collects the verdicts of one case.</summary>
sealed class Tally<T>(
    Case<T> @case, ImmutableArray<KnownDifference> known, string? first, string? second, ICollection<Finding>? elements = null,
        bool judgesNaN = false) where T : unmanaged, IFloatingPointIeee754<T>
{
    // Half of the digits lost: an error of 2^(p/2) ULP.
    static readonly double LostDigits = Math.Pow(2, (typeof(T) == typeof(float) ? 24 : 53) / 2.0);

    readonly long[] counts = new long[Enum.GetValues<Verdict>().Length];
    readonly List<double> widths = [], firstUlps = [], secondUlps = [];
    readonly Dictionary<string, List<double>> evidence = [];
    readonly Dictionary<string, long> explained = [];
    long bitsEqual;
    double used;
    Finding? firstWorst, secondWorst, outside;
    Remarks firstRemarks = Remarks.None, secondRemarks = Remarks.None;

    /// <summary>Judges one element.</summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="index">The index of the element, row-major.</param>
    /// <param name="bound">The quantity's enclosures.</param>
    /// <param name="finer">The best known value.</param>
    /// <param name="together">The largest magnitude among the elements computed together with this one.</param>
    /// <param name="widest">The same with the terms of all sums on the way.</param>
    /// <param name="a">The first backend's result.</param>
    /// <param name="b">The second backend's result.</param>
    public void Add(int quantity, int index, Defined<Enclosure<T>> bound, BestKnown finer, double together, double widest, T? a, T? b)
    {
        Enclosure<T> enclosure = bound.Elements[index];
        bool wrongA = IsOutside(enclosure, finer, a), wrongB = IsOutside(enclosure, finer, b);
        double scale = @case.Scale(quantity, index, finer.Value);
        double? best = finer.Where<T>(scale);
        // NaN and a number cannot both be right, though the enclosure may contain both: the definition's own value decides.
        if (!(wrongA || wrongB) && @case.DecidesNaN && (finer.IsNaN || !double.IsNaN(finer.Value)) && (Disagree(a, b) || judgesNaN))
            (wrongA, wrongB) = (IsWrong(a, finer.IsNaN), IsWrong(b, finer.IsNaN));
        double ulpsA = Error(enclosure, wrongA, a, best, scale), ulpsB = Error(enclosure, wrongB, b, best, scale);
        bool leftA = wrongA && LeftRange(enclosure, a), leftB = wrongB && LeftRange(enclosure, b);
        // Where the definition gives NaN there is no finite result for which an intermediate overflow would be a fault.
        bool blamedA = wrongA && !(leftA && (finer.IsNaN || !RangePolicy.Holds(first))),
            blamedB = wrongB && !(leftB && (finer.IsNaN || !RangePolicy.Holds(second)));
        Verdict left = enclosure.Vanishes ? Verdict.UnderflowsOnTheWay : Verdict.OverflowsOnTheWay;
        bool same = a is { } u && b is { } v && Bits.Same(u, v);
        double bits = Evidence.Of(enclosure, double.IsInfinity(finer.Value) ? double.PositiveInfinity : Math.Max(widest, scale));
        Verdict verdict = (wrongA || wrongB) && !(blamedA || blamedB) ? left : Of(bits, blamedA, blamedB, same, a is not null && b is not null);
        Finding Found() =>
            new(verdict, bound.Name, index, Wide(a), Wide(b), best, enclosure.Smallest, enclosure.Largest, ulpsA,
            ulpsB)
            { MayBeNaN = enclosure.MayBeNaN, LeavesRange = enclosure.LeavesRange, Scale = Math.Max(widest, scale) };
        if (blamedA || blamedB)
        {
            verdict = Explained(Found(), blamedA, blamedB) ? Verdict.KnownDifference : verdict;
            outside ??= verdict == Verdict.KnownDifference ? null : Found();
        }
        double lostA = Lost(wrongA, a, finer, Math.Max(together, scale)), lostB = Lost(wrongB, b, finer, Math.Max(together, scale));
        firstRemarks = Remarked(firstRemarks, leftA, left, lostA, lostB, Found);
        secondRemarks = Remarked(secondRemarks, leftB, left, lostB, lostA, Found);
        elements?.Add(Found());
        counts[(int)verdict]++;
        bitsEqual += same ? 1 : 0;
        EvidenceOf(bound.Name).Add(bits);
        widths.Add(enclosure.IsNaNOnly ? 0 : enclosure.WidthInUlp);
        if (a is not null)
            firstUlps.Add(ulpsA);
        if (b is not null)
            secondUlps.Add(ulpsB);
        if (!enclosure.IsWide && !(wrongA || wrongB))
            used = Math.Max(used, Math.Max(Used(enclosure, a), Used(enclosure, b)));
        if (!double.IsNaN(ulpsA) && (firstWorst is null || ulpsA > firstWorst.FirstUlps))
            firstWorst = Found();
        if (!double.IsNaN(ulpsB) && (secondWorst is null || ulpsB > secondWorst.SecondUlps))
            secondWorst = Found();
    }

    public Judgement Close() => new(@case,
        new VerdictCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8], counts[9]),
        bitsEqual, [.. widths], [.. firstUlps], [.. secondUlps], used, firstWorst, secondWorst, outside, explained.ToImmutableDictionary())
    {
        FirstRemarks = firstRemarks,
        SecondRemarks = secondRemarks,
        Evidence = [.. evidence.Select(output => new Evidence(output.Key, [.. output.Value]))],
    };

    List<double> EvidenceOf(string quantity)
    {
        string output = Evidence.OutputOf(quantity);
        return evidence.TryGetValue(output, out List<double>? bits) ? bits : evidence[output] = [];
    }

    static Remarks Remarked(Remarks so, bool left, Verdict how, double lost, double lostByOther, Func<Finding> found)
    {
        if (left)
            so = so with
            {
                Overflows = so.Overflows + (how == Verdict.OverflowsOnTheWay ? 1 : 0),
                Underflows = so.Underflows + (how == Verdict.UnderflowsOnTheWay ? 1 : 0),
                LeftRange = so.LeftRange ?? found(),
            };
        if (!(lost > LostDigits))
            return so;
        bool isWorst = lost > so.WorstLossUlps;
        return so with
        {
            DigitsLost = so.DigitsLost + 1,
            KeptByOther = so.KeptByOther + (lostByOther <= LostDigits ? 1 : 0),
            WorstLoss = isWorst ? found() : so.WorstLoss,
            WorstLossUlps = isWorst ? lost : so.WorstLossUlps,
        };
    }

    // The computed number is outside the enclosure, and an intermediate overflow or underflow leads to it.
    static bool LeftRange(Enclosure<T> enclosure, T? computed) => computed is { } number && enclosure.ContainsBeyondRange(number);

    // Lost digits are defined for numbers inside their enclosure only; NaN elsewhere.
    static double Lost(bool wrong, T? computed, BestKnown finer, double scale)
    {
        if (wrong || computed is not { } number || finer.Where<T>(scale) is not { } truth)
            return double.NaN;
        double ulps = UlpError.Of(number, truth, scale);
        return double.IsFinite(ulps) ? ulps : double.NaN;
    }

    static Verdict Of(double bits, bool wrongA, bool wrongB, bool same, bool both) => (wrongA, wrongB) switch
    {
        (true, true) => Verdict.BothOutside,
        (true, false) => Verdict.FirstOutside,
        (false, true) => Verdict.SecondOutside,
        _ when bits < Evidence.Weak => Verdict.Weak,
        _ when !both => Verdict.Inside,
        _ => same ? Verdict.Identical : Verdict.BothInside,
    };

    static bool Disagree(T? a, T? b) => a is { } x && b is { } y && T.IsNaN(x) != T.IsNaN(y);

    // What the definition certainly gives is right, even if an enclosure that leaves the range has lost it.
    static bool IsOutside(Enclosure<T> enclosure, BestKnown finer, T? computed) =>
        computed is { } number && !enclosure.Contains(number) && !(finer.IsNaN && T.IsNaN(number))
        && !(enclosure.LeavesRange && number == T.CreateTruncating(finer.Value));

    static bool IsWrong(T? computed, bool isNaN) => computed is { } number && T.IsNaN(number) != isNaN;

    // Each backend that is outside needs a reason of its own.
    bool Explained(Finding finding, bool wrongA, bool wrongB)
    {
        string? one = wrongA ? Reason(first!, finding) : "", other = wrongB ? Reason(second!, finding) : "";
        foreach (string? id in new[] { one, other })
            if (!string.IsNullOrEmpty(id))
                explained[id] = explained.GetValueOrDefault(id) + 1;
        return one is not null && other is not null;
    }

    string? Reason(string backend, Finding finding)
    {
        foreach (KnownDifference difference in known)
            if (difference.Explains(@case, backend, finding))
                return difference.Id;
        return null;
    }

    static double Middle(Enclosure<T> enclosure)
    {
        if (enclosure.IsNaNOnly)
            return double.NaN;
        double low = enclosure.Lo, high = enclosure.Hi;
        return low == high ? low : low / 2 + high / 2;
    }

    static double Used(Enclosure<T> enclosure, T? computed)
    {
        if (computed is not { } number || enclosure.IsNaNOnly || !T.IsFinite(number))
            return 0;
        double half = enclosure.Hi / 2 - enclosure.Lo / 2;
        return half > 0 && double.IsFinite(half) ? Math.Min(1, Math.Abs(double.CreateChecked(number) - Middle(enclosure)) / half) : 0;
    }

    // The error is undefined where the best value is unknown, the enclosure is wide, or several values such as NaN and infinity are
    // right.
    static double Error(Enclosure<T> enclosure, bool wrong, T? computed, double? best, double scale)
    {
        if (computed is not { } number || best is not { } truth || (!wrong && enclosure.IsWide))
            return double.NaN;
        double ulps = UlpError.Of(number, truth, scale);
        return wrong || double.IsFinite(ulps) ? ulps : double.NaN;
    }

    static double? Wide(T? number) => number is { } value ? double.CreateChecked(value) : null;
}
