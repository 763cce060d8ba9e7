using System.Collections.Immutable;
using static System.FormattableString;

namespace ParityNet.Reports;

/// <summary>The difference of two reports: of two machines, of two versions of a library, of a time before a change and after it.</summary>
/// <param name="SameCases">Whether both judged the same cases, so that counts can be compared.</param>
/// <param name="Setting">How their settings differ.</param>
/// <param name="Changes">What differs, the worse first.</param>
public sealed record ReportDiff(bool SameCases, ImmutableArray<Change> Setting, ImmutableArray<Change> Changes)
{
    /// <summary>Whether something is worse in the later report.</summary>
    public bool IsWorse => Changes.Any(change => change.Direction == Direction.Worse);

    /// <summary>Compares two reports.</summary>
    /// <remarks>
    /// Worse is an element outside, a law broken, a known difference gone or a number of the textbook lost that the earlier report does not have, and
    /// an op, element type or backend that the later one lacks. On the same cases the errors, lost digits and overflows of the first backend
    /// count too.
    /// </remarks>
    /// <param name="earlier">The report to compare with.</param>
    /// <param name="later">The report in question.</param>
    /// <returns>The difference; nothing that depends on the clock is part of it.</returns>
    public static ReportDiff Of(Report earlier, Report later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ReportSetup a = earlier.Setup, b = later.Setup;
        bool same = (a.Seed, a.CasesPerOp, a.Generator) == (b.Seed, b.CasesPerOp, b.Generator) && earlier.Complete && later.Complete;
        IEnumerable<Change> changes =
        [
            .. Coverage(earlier, later),
            .. Pairs(earlier.Ops, later.Ops, op => $"{op.Op} {op.ElementType}")
                .SelectMany(pair => OpDiff.Of(pair.Where, pair.A, pair.B, same, b.Backends)),
            .. Pairs(earlier.Laws, later.Laws, law => $"{law.Op} {law.ElementType} on {law.Backend}, “{law.Name}”").SelectMany(Laws),
            .. Pairs(earlier.KnownDifferences, later.KnownDifferences, known => known.Id).SelectMany(Known),
            .. Pairs(earlier.Textbook.Rows, later.Textbook.Rows, row => $"textbook {row.Row}, {row.What}").SelectMany(Textbook),
        ];
        return new(same, [.. SettingDiff.Of(earlier, later)], [.. changes.OrderBy(change => Rank(change.Direction))]);
    }

    static int Rank(Direction direction) => direction switch { Direction.Worse => 0, Direction.Better => 1, _ => 2 };

    static IEnumerable<Change> Coverage(Report earlier, Report later)
    {
        ILookup<string, string> before = Covered(earlier), now = Covered(later);
        foreach (IGrouping<string, string> gone in before.Where(op => !now.Contains(op.Key)))
            yield return new(gone.Key, Direction.Worse, "is no longer judged");
        foreach (IGrouping<string, string> added in now.Where(op => !before.Contains(op.Key)))
            yield return new(added.Key, Direction.Moved, "is judged now");
        foreach (IGrouping<string, string> op in before.Where(op => now.Contains(op.Key)))
            foreach (string backend in op.Except(now[op.Key]))
                yield return new(op.Key, Direction.Worse, $"is no longer judged on {backend}");
    }

    static ILookup<string, string> Covered(Report report) => report.Ops
        .SelectMany(op => op.Accuracy, (op, a) => (Op: $"{op.Op} {op.ElementType}", a.Backend)).ToLookup(one => one.Op, one => one.Backend);

    static IEnumerable<Change> Laws((string Where, LawReport A, LawReport B) law)
    {
        (bool before, bool now) = (law.A.IsBroken(), law.B.IsBroken());
        if (before != now)
            yield return new(law.Where, now ? Direction.Worse : Direction.Better, now
                ? Invariant($"broken now, in {law.B.Broken} of {law.B.Cases}") : "holds now");
        else if ((law.A.Broken > 0) != (law.B.Broken > 0))
            yield return new(law.Where, Direction.Moved,
                law.B.Broken > 0 ? "breaks now, for a reason on record" : "holds now, though known to break");
    }

    static IEnumerable<Change> Known((string Where, KnownDifferenceReport A, KnownDifferenceReport B) known)
    {
        if (known.A.StillDiffers == known.B.StillDiffers)
            yield break;
        yield return known.B.StillDiffers switch
        {
            false => new(known.Where, Direction.Worse, "the pinned case no longer differs"),
            true => new(known.Where, known.A.StillDiffers is null ? Direction.Moved : Direction.Better, "the pinned case differs again"),
            null => new(known.Where, Direction.Moved, "the pinned case was not run"),
        };
    }

    static IEnumerable<Change> Textbook((string Where, TextbookRow A, TextbookRow B) row)
    {
        if (row.A.Agrees != row.B.Agrees)
            yield return new(row.Where, row.B.Agrees ? Direction.Better : Direction.Worse, row.B.Agrees ? "agrees now" : "no longer agrees");
    }

    static IEnumerable<(string Where, T A, T B)> Pairs<T>(IEnumerable<T> earlier, IEnumerable<T> later, Func<T, string> name)
    {
        ILookup<string, T> before = earlier.ToLookup(name);
        return later.Select(now => (Where: name(now), Now: now)).Where(pair => before.Contains(pair.Where))
            .Select(pair => (pair.Where, before[pair.Where].First(), pair.Now));
    }
}
