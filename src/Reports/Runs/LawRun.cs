using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Laws;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Checks the laws of one op.</summary>
static class LawRun
{
    static readonly Dictionary<LawKind, string> Kinds =
        new() { [LawKind.Exact] = "exact", [LawKind.Bounded] = "bounded", [LawKind.Derived] = "derived" };

    /// <summary>One entry per law and backend.</summary>
    public static ImmutableArray<LawReport> Of<T>(ReportOptions options, OpEntry entry, IEnumerable<IBackend> backends,
        CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (options.LawCases == 0)
            return [];
        Law[] laws = [.. LawBook.All.Where(law => entry.Examples.Any(law.AppliesTo))];
        var drawn = new DrawCache<T>();
        return [.. backends.Where(entry.IsIn).SelectMany(backend => Of(options, entry, backend, laws, drawn, cancellation))];
    }

    static IEnumerable<LawReport> Of<T>(
        ReportOptions options, OpEntry entry, IBackend backend, Law[] laws, DrawCache<T> drawn, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var reports = new LawReport?[laws.Length];
        Parallel.For(0, laws.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
            reports[i] = cancellation.IsCancellationRequested ? null : Try(options, entry, backend, laws[i], drawn));
        return reports.OfType<LawReport>();
    }

    static LawReport Try<T>(ReportOptions options, OpEntry entry, IBackend backend, Law law, DrawCache<T> drawn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OpSpec[] specs = [.. entry.Examples.Where(law.AppliesTo)];
        long broken = 0;
        string? example = null;
        for (int i = 0; i < options.LawCases; i++)
        {
            ulong seed = options.Seed * 1_000_003 + (ulong)i;
            OpSpec spec = specs[i % specs.Length];
            if (LawTrial.Broken(law, backend, spec, seed, drawn) is not { } seen)
                continue;
            broken++;
            example ??= LawTrial.Shrunk<T>(law, backend, spec, seed, seen);
        }
        return new LawReport(law.Name, Kinds[law.Kind], entry.Name, ElementType.Name<T>(), backend.Name,
            options.LawCases, broken, example, broken == 0 ? null : KnownDifferences.ReasonForLaw(law.Name, entry.Name, backend.Name));
    }
}
