using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>Judges whether the results of one or two backends lie inside the enclosures of the definition.</summary>
/// <param name="first">The backend under test; the verdicts call it native.</param>
/// <param name="second">The backend to compare with; the verdicts call it torch. Null where there is none.</param>
/// <param name="known">Known differences; null for none.</param>
public sealed class Judge(IBackend? first, IBackend? second = null, ImmutableArray<KnownDifference>? known = null)
{
    readonly ImmutableArray<KnownDifference> known = known ?? [];

    /// <summary>
    /// Whether a single backend must give what the definition itself gives where an enclosure contains both NaN and numbers.
    /// </summary>
    /// <remarks>Two backends always must, where one gives NaN and the other a number.</remarks>
    public bool JudgesNaN { get; init; }

    /// <summary>Judges one case.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="case">The case.</param>
    /// <returns>The verdicts.</returns>
    public Judgement Of<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T> => Of(@case, null);

    /// <summary>Judges one case, and collects a finding for each of its elements.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="case">The case.</param>
    /// <param name="elements">Receives one finding per element, in the order of the case's quantities; null to collect none.</param>
    /// <returns>The verdicts.</returns>
    public Judgement Of<T>(Case<T> @case, ICollection<Finding>? elements) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(@case);
        Outcome<T>? a = first is null ? null : Outcome<T>.Of(@case, first), b = second is null ? null : Outcome<T>.Of(@case, second);
        ImmutableArray<string> skipped = [.. new[] { a?.Skipped, b?.Skipped }.OfType<string>()];
        (a, b) = (a is { Skipped: null } ? a : null, b is { Skipped: null } ? b : null);
        if (a is null && b is null)
            return Judgement.Failed(@case, "") with { Failure = null, Skipped = skipped };
        if ((a?.Refusal ?? b?.Refusal) is not null)
            return Refused(@case, a, b) with { Skipped = skipped };
        ImmutableArray<Defined<Enclosure<T>>> bounds = @case.Define<Enclosure<T>>();
        if ((a?.Misfit(bounds) ?? b?.Misfit(bounds)) is { } misfit)
            return Judgement.Failed(@case, misfit);
        var tally = new Tally<T>(@case, known, first?.Name, second?.Name, elements, JudgesNaN);
        ImmutableArray<ImmutableArray<BestKnown>> best = BestOf(@case, bounds);
        for (int q = 0; q < bounds.Length; q++)
        {
            ReadOnlySpan<T> one = a is null ? [] : a.Of(bounds[q].Name), other = b is null ? [] : b.Of(bounds[q].Name);
            if (one.IsEmpty && other.IsEmpty)
                continue;
            double[] together = @case.Together(q, Sizes(best[q], bounds[q], enclosure => enclosure.LargestTerm));
            double[] scales = @case.Together(q, Sizes(best[q], bounds[q], enclosure => enclosure.Scale));
            foreach (int i in @case.Judged(q, bounds[q].Elements.Length))
                tally.Add(q, i, bounds[q], best[q][i], together[i], scales[i], one.IsEmpty ? null : one[i], other.IsEmpty ? null : other[i]);
        }
        return tally.Close() with { Skipped = skipped };
    }

    // What cancels counts at the scale of its terms.
    static double[] Sizes<T>(ImmutableArray<BestKnown> best, Defined<Enclosure<T>> bound, Func<Enclosure<T>, double> terms)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] sizes = new double[best.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            double term = terms(bound.Elements[i]);
            sizes[i] = !double.IsFinite(best[i].Value) ? 0 : double.IsFinite(term) ? Math.Max(Math.Abs(best[i].Value), term)
                : Math.Abs(best[i].Value);
        }

        return sizes;
    }

    // For float plain double is precise enough, unless it takes another branch or cancels; for double a wider and slower number system is
    // needed.
    static ImmutableArray<ImmutableArray<BestKnown>> BestOf<T>(Case<T> @case, ImmutableArray<Defined<Enclosure<T>>> bounds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            ImmutableArray<Defined<Plain>> plain = @case.Define<Plain>();
            if (plain.Index().All(at => @case.Judged(at.Index, at.Item.Elements.Length)
                .All(i => bounds[at.Index].Elements[i].Admits(at.Item.Elements[i].Value))))
                return [.. plain.Select(defined => defined.Elements.Select(number => new BestKnown(number.Value, 0)).ToImmutableArray())];
        }
        return [.. @case.Define<Exact>()
            .Select(defined => defined.Elements.Select(number => new BestKnown(number.ToDouble(), number.Radius)).ToImmutableArray())];
    }

    // Both backends must refuse a case with the same message; an op that one lacks is no disagreement.
    static Judgement Refused<T>(Case<T> @case, Outcome<T>? a, Outcome<T>? b) where T : unmanaged, IFloatingPointIeee754<T> =>
        (Lost(a) ?? Lost(b)) is { } lost ? Judgement.Failed(@case, lost) with { IsLost = true }
            : a is null || b is null || a.Refusal == b.Refusal
            ? Judgement.Failed(@case, (a ?? b)!.Refusal!)
            : Judgement.Failed(@case, $"Backends must refuse alike: expected {Said(b)}, got {Said(a)}.");

    static string? Lost<T>(Outcome<T>? outcome) where T : unmanaged, IFloatingPointIeee754<T> => outcome is { IsLost: true } ? outcome.Refusal : null;

    static string Said<T>(Outcome<T> outcome) where T : unmanaged, IFloatingPointIeee754<T> =>
        outcome.Refusal is { } refusal ? $"{outcome.Backend} to refuse, \"{refusal}\"" : $"a result of {outcome.Backend}";
}
