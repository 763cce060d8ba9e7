using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Proving;
using ParityNet.Parity.Verdicts;
using ParityNet.Schedules;

namespace ParityNet.Parity.Workers;

/// <summary>The learning rates of a worker's schedule, beside the definition's.</summary>
static class WorkerSchedule
{
    const int Steps = 25, Shown = 12;

    /// <summary>The rates that are outside: their step, their bounds and what the worker answered.</summary>
    public static IEnumerable<(int Step, Enclosure<double> Bound, double Got)> Outside(
        WorkerBackend worker, ScheduleSpec spec, double start, int steps, ImmutableArray<double> metrics)
    {
        WorkerOp op = worker.Op(spec, null);
        double[] rates = worker.Ask(op, WorkerRequests.Schedule(op, spec, start, steps, spec.TakesMetrics ? metrics : null)).Numbers("lr", steps + 1);
        return rates.Select((rate, step) => (step, ScheduleBounds.Rate(spec, start, metrics, step), rate))
            .Where(at => !at.Item2.Contains(at.rate));
    }

    /// <summary>Proves a schedule: all its options that the worker takes, or those given, from drawn rates.</summary>
    public static Proof Of(WorkerBackend worker, OpEntry entry, OpSpec? given, ProofOptions options)
    {
        ScheduleSpec[] specs = [.. given is null
            ? SpecVariants.Of(entry, options.Seed).Where(spec => worker.Op(entry.Examples[0], null).Lacks(spec) is null).Cast<ScheduleSpec>()
            : [(ScheduleSpec)given]];
        var random = new Xoshiro(options.Seed);
        long elements = 0;
        string subject = given is null ? entry.Name : CSharp.Spec(given);
        for (int i = 0; i < options.Cases; i++)
        {
            ScheduleSpec spec = specs[i % specs.Length];
            double start = random.NextUnit();
            ImmutableArray<double> metrics = [.. Enumerable.Range(0, Steps).Select(_ => (double)random.Next(4))];
            int steps = (int)Math.Min(Steps, spec.Last ?? Steps);
            try
            {
                foreach ((int step, Enclosure<double> bound, double got) in Outside(worker, spec, start, steps, metrics))
                    return Broken(subject, options, i, elements, string.Create(CultureInfo.InvariantCulture,
                        $"    {CSharp.Spec(spec)} from the rate {start:R}{Metrics(spec, metrics, step)}\n\nrate after {step} steps:\n" +
                        $"    yours      {got:R}\n    must lie in [{bound.Smallest:R}, {bound.Largest:R}]"));
                elements += steps + 1;
            }
            catch (CaseSkippedException)
            {
                // The worker counts it.
            }
            catch (WorkerException lost)
            {
                return Broken(subject, options, i, elements, lost.Message) with { Failure = ProofFailure.Throws };
            }
        }
        return new(subject, "float64", ProofFailure.None, options.Cases, elements, string.Create(CultureInfo.InvariantCulture,
            $"Holds: {subject}, on {options.Cases} cases of {elements} rates: all inside the bounds of the definition."));
    }

    static Proof Broken(string subject, ProofOptions options, int position, long elements, string text) =>
        new(subject, "float64", ProofFailure.FormulaDiffers, position + 1, elements,
            FormattableString.Invariant($"Broken: {subject}, on case {position + 1} of {options.Cases} (seed {options.Seed}):\n\n{text}"));

    static string Metrics(ScheduleSpec spec, ImmutableArray<double> metrics, int step) =>
        spec.TakesMetrics ? $", metrics {string.Join(", ", metrics.Take(Math.Min(step, Shown)))}{(step > Shown ? ", …" : "")}" : "";
}
