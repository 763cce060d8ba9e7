using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;
using ParityNet.References;
using ParityNet.Schedules;

namespace ParityNet.Parity.Audit;

/// <summary>Runs a scheduler over an optimizer of two parameter groups.</summary>
static class ScheduleTrials
{
    const int Steps = 25;

    public static IEnumerable<AuditCase> Of(ScheduleReference reference, AuditOptions options)
    {
        var random = new Xoshiro(options.Seed);
        ImmutableArray<OpSpec> specs = reference.Defaults is { } defaults ? [defaults] : SpecVariants.Of(AuditCase.EntryOf(reference), options.Seed);
        foreach (ScheduleSpec spec in specs.Take(options.Cases).Cast<ScheduleSpec>())
        {
            ImmutableArray<double> rates = [random.NextUnit(), random.NextUnit()],
                metrics = [.. Enumerable.Range(0, Steps).Select(_ => (double)random.Next(4))];
            int steps = (int)Math.Min(Steps, spec.Last ?? Steps);
            if (Difference(reference, spec, rates, steps, metrics) is { } difference)
                yield return new(spec, difference.Length == 0 ? null : difference, () => string.Create(CultureInfo.InvariantCulture,
                    $"{CSharp.Spec(spec)} from the rates " +
                        $"{string.Join(" and ", rates)}{(spec.TakesMetrics ? $", metrics {string.Join(", ", metrics)}" : "")}"));
        }
    }

    // null where the member has no counterpart, "" where it agrees.
    static string? Difference(ScheduleReference reference, ScheduleSpec spec, ImmutableArray<double> rates, int steps, ImmutableArray<double> metrics)
    {
        try
        {
            return reference.Run(spec, rates, steps, metrics) is not { } paces ? null
                : Enumerable.Range(0, paces.Length).SelectMany(t => Wrong(spec, rates, metrics, paces[t], t)).FirstOrDefault("");
        }
        catch (Exception refusal) when (refusal is not (OutOfMemoryException or NotSupportedException))
        {
            return $"refused: {refusal.Message.Split('\n')[0]}";
        }
    }

    static IEnumerable<string> Wrong(ScheduleSpec spec, ImmutableArray<double> rates, ImmutableArray<double> metrics, Pace pace, int step)
    {
        for (int g = 0; g < rates.Length; g++)
        {
            Enclosure<double> rate = ScheduleBounds.Rate(spec, rates[g], metrics, step);
            if (!rate.Contains(pace.Rates[g]))
                yield return FormattableString.Invariant($"rate of group {g} after {step} steps: expected {rate}, got {pace.Rates[g]:R}");
            if (spec.Momentum(step) is not null && Definition.Momentum<Enclosure<double>>(spec, step) is var momentum
                && !momentum.Contains(pace.Momenta[g]))
                yield return FormattableString.Invariant($"momentum of group {g} after {step} steps: expected {momentum}, got {pace.Momenta[g]:R}");
        }
        if (pace.Told.IsDefault || !pace.Told.SequenceEqual(pace.Rates))
            yield return $"get_last_lr after {step} steps: expected the rates, got {(pace.Told.IsDefault ? "none" : "others")}";
    }
}
